package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * The session table and the lists of requests are used under {@code mdsc->mutex} only.
 *
 * <p>Formally: a step that reads or changes {@code sessions[]}, {@code s_waiting}, {@code
 * s_unsafe}, {@code waiting_for_map} or {@code request_tree} is taken by a thread that owns {@code
 * mdsc->mutex}. Which steps these are is read off the programs, not said by them; a step that only
 * waits for a change stands for a completion and is none.
 *
 * <p>Why it matters: a list that two threads change at once is broken for good, and whoever walks
 * it follows pointers into freed memory.
 *
 * <p>Rests on: {@code __do_request()}, {@code __wake_requests()} and {@code kick_requests()} are
 * called with the mutex held. Broken by {@link Mutant#DISPATCH_WITHOUT_MUTEX}, {@link
 * Mutant#CLEANUP_WITHOUT_MUTEX} and {@link Mutant#WAKE_WITHOUT_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.h, {@code struct ceph_mds_client}, {@code struct
 * ceph_mds_session}.
 */
final class ListsUnderMutex implements SessionProperty {
  @Override
  public String reference() {
    return "GUARD-1";
  }

  @Override
  public String meaning() {
    return "the session table and the lists of requests are used under mdsc->mutex only";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
