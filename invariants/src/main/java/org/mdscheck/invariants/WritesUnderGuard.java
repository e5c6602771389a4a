package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Guard;
import org.mdscheck.model.cephfs.Mutant;

/**
 * Who writes a variable that a mutex is to guard holds the mutex.
 *
 * <p>Formally: a step that writes {@code s_seq}, or {@code s_reset_gen} of the first form, is taken
 * by a thread that owns an {@code s_mutex} when that of the session is locked; one that writes
 * {@code sessions[]}, {@code num_sessions}, {@code mdsmap} or what it says, {@code s_waiting},
 * {@code s_unsafe}, {@code waiting_for_map}, {@code request_tree}, {@code s_cap_auths} or the
 * number of its entries, {@code r_session}, {@code r_attempts}, {@code r_resend_mds}, {@code
 * r_num_fwd}, {@code r_err} or the result of a request, by one that owns {@code mdsc->mutex}; see
 * {@link Guard}. Which steps these are is read off the programs, not said by them. What is cleared
 * because its object is freed is not written. {@code s_state}, which nothing guards, is not judged,
 * and reads are not.
 *
 * <p>Why it matters: of two writes at once one is lost. A lost {@code s_seq} makes the MDS drop
 * each REQUEST_CLOSE that follows; the kernel asserts that mutex in {@code inc_session_sequence()}.
 *
 * <p>Rests on: the locks that each function takes or expects of its caller. Broken by {@link
 * Mutant#SEQUENCE_WITHOUT_S_MUTEX}, {@link Mutant#WAKE_WITHOUT_MUTEX} and {@link
 * Mutant#AUTHS_WITHOUT_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.h, {@code struct ceph_mds_client}, {@code struct
 * ceph_mds_session}, {@code struct ceph_mds_request}; fs/ceph/mds_client.c, {@code
 * inc_session_sequence()}.
 */
final class WritesUnderGuard implements SessionProperty {
  @Override
  public String reference() {
    return "GUARD-1";
  }

  @Override
  public String meaning() {
    return "who writes a variable that a mutex is to guard holds the mutex";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
