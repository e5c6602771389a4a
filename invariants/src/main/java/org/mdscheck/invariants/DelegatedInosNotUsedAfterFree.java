package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The set of delegated inos is not used after its session was freed.
 *
 * <p>Formally: each look into {@code s_delegated_inos}, and each {@code xa_insert()}, {@code
 * xa_erase()} and {@code xa_destroy()} of a reconnect, is of an object with {@code s_ref > 0}.
 *
 * <p>Why it matters: the xarray is part of the session; its nodes would be leaked or freed twice.
 *
 * <p>Rests on: a capability holds no reference, but is removed before the last one is put; {@code
 * restore_deleg_ino()} takes one under {@code i_ceph_lock}. Broken by {@link
 * Mutant#GIVE_BACK_WITHOUT_REFERENCE}.
 *
 * <p>Reference: fs/ceph/file.c, {@code restore_deleg_ino()}; mds_client.c, {@code
 * send_mds_reconnect()}, {@code ceph_put_mds_session()}.
 */
final class DelegatedInosNotUsedAfterFree implements SessionProperty {
  @Override
  public String reference() {
    return "INO-4";
  }

  @Override
  public String meaning() {
    return "the set of delegated inos is not used after its session was freed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ASYNC_CREATE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
