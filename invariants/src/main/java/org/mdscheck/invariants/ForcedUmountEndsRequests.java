package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A forced umount leaves no request behind that waits for its MDS.
 *
 * <p>Formally: when {@code ceph_mdsc_force_umount()} gives {@code mdsc->mutex} back, with the mount
 * shut down, no request in the tree is unfinished and has a session that is registered, or waits
 * for the map, unless its reply is being handled.
 *
 * <p>Why it matters: somebody forces an umount because the MDS does not answer.
 *
 * <p>Rests on: the cleanup of each session's requests, and the kick, which fails them. Broken by
 * {@link Mutant#FORCED_UMOUNT_KEEPS_REQUESTS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_force_umount()}.
 */
final class ForcedUmountEndsRequests implements SessionProperty {
  @Override
  public String reference() {
    return "FORCE-1";
  }

  @Override
  public String meaning() {
    return "a forced umount leaves no request behind that waits for its MDS";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.FORCED_UMOUNT);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
