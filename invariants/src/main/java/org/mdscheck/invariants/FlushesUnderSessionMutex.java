package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * The flushes of a session's capabilities are sent again under {@code s_mutex} only.
 *
 * <p>Formally: where {@code check_new_map()} calls {@code ceph_kick_flushing_caps()}, which the
 * model leaves out otherwise, the thread owns an {@code s_mutex}.
 *
 * <p>Why it matters: the walk over {@code s_cap_flushing} holds no spinlock of the list. The kernel
 * asserts the mutex that keeps the list as it is meanwhile.
 *
 * <p>Rests on: {@code check_new_map()} drops {@code mdsc->mutex} to take {@code s_mutex} first.
 * Broken by {@link Mutant#KICK_FLUSHES_WITHOUT_S_MUTEX}.
 *
 * <p>Reference: fs/ceph/caps.c, {@code ceph_kick_flushing_caps()}; fs/ceph/mds_client.c, {@code
 * check_new_map()}.
 */
final class FlushesUnderSessionMutex implements SessionProperty {
  @Override
  public String reference() {
    return "GUARD-1";
  }

  @Override
  public String meaning() {
    return "the flushes of a session's capabilities are sent again under s_mutex only";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
