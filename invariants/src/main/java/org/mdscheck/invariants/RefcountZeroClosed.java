package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * The last reference goes only with the connection CLOSED and no capability left.
 *
 * <p>Formally: at the step that takes {@code s_ref} to 0, the state of {@code s_con} is CLOSED and
 * {@code s_nr_caps == 0}.
 *
 * <p>Why it matters: {@code ceph_put_mds_session()} does not close the connection, and capabilities
 * hold no reference: the messenger or the inode would keep a pointer to freed memory.
 *
 * <p>Rests on: {@code __unregister_session()} closes the connection before it puts the reference of
 * the slot, and {@code remove_session_caps()} runs before the last put. Broken by {@link
 * Mutant#UNREGISTER_KEEPS_CONNECTION}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __unregister_session()}, {@code
 * ceph_put_mds_session()}.
 */
final class RefcountZeroClosed implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-2";
  }

  @Override
  public String meaning() {
    return "the last reference goes only with the connection CLOSED and no capability left";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
