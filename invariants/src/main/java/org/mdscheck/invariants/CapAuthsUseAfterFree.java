package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The client's permissions are not read after they were freed.
 *
 * <p>Formally: a step that follows the pointer which a thread loaded from {@code mdsc->s_cap_auths}
 * is taken only before {@code handle_session()} has freed the array.
 *
 * <p>Why it matters: each OPEN frees the array, without a reference count and without a grace
 * period, and its strings with it. A thread that compares them then follows pointers which are
 * somebody else's; and what it finds there decides whether a file may be opened.
 *
 * <p>Rests on: number and pointer are read, and used, under one {@code mdsc->mutex}. Broken by
 * {@link Mutant#AUTHS_WITHOUT_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mds_check_access()}, {@code
 * ceph_mds_auth_match()}, {@code handle_session()}.
 */
final class CapAuthsUseAfterFree implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-3";
  }

  @Override
  public String meaning() {
    return "the client's permissions are not read after they were freed";
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
