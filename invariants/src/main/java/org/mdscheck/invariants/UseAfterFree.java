package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No session and no request is used after its last reference was put.
 *
 * <p>Formally: no step reads, writes, locks, gets or puts a session object with {@code s_ref == 0},
 * also not through a local pointer that holds no reference; and no request that a wait list holds
 * has {@code r_kref == 0}.
 *
 * <p>Why it matters: {@code ceph_put_mds_session()} and {@code ceph_mdsc_put_request()} free the
 * memory at once.
 *
 * <p>Rests on: the slot of {@code sessions[]}, {@code r_session} and the connection's work hold a
 * reference each; a request that is done is on no wait list. Broken by {@link
 * Mutant#NO_SLOT_REFERENCE} and {@link Mutant#CLOSE_WITHOUT_REFERENCE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_put_mds_session()}, {@code check_new_map()},
 * which walks the table without references.
 */
final class UseAfterFree implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-1";
  }

  @Override
  public String meaning() {
    return "no session and no request is used after its last reference was put";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
