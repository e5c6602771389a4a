package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The client's permissions are not read before they are there.
 *
 * <p>Formally: a step that follows the pointer which a thread loaded from {@code
 * mdsc->s_cap_auths}, after it found {@code s_cap_auths_num > 0}, is taken only when the pointer
 * was not NULL.
 *
 * <p>Why it matters: the first OPEN writes the number and then the pointer. Who looks in between
 * follows NULL, and the kernel stops.
 *
 * <p>Rests on: number and pointer are read, and used, under one {@code mdsc->mutex}. Broken by
 * {@link Mutant#AUTHS_WITHOUT_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mds_check_access()}, {@code
 * ceph_mds_auth_match()}, {@code handle_session()}.
 */
final class CapAuthsAreThere implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-3";
  }

  @Override
  public String meaning() {
    return "the client's permissions are not read before they are there";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ACCESS_CHECKS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
