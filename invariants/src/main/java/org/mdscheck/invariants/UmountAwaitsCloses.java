package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An umount waits until the sessions that it closes are closed.
 *
 * <p>Formally: when {@code ceph_mdsc_close_sessions()} goes on, not for the timeout, {@code
 * num_sessions} is at most the number of sessions that it did not close, unless the mount is shut
 * down.
 *
 * <p>Why it matters: what is queued on a connection is dropped when the rest is torn down, so the
 * MDS never hears of the end of the session. It keeps capabilities and locks until it evicts the
 * client, which other clients wait for.
 *
 * <p>Rests on: the wait on {@code session_close_wq}. Broken by {@link Mutant#UMOUNT_DOES_NOT_WAIT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_close_sessions()}, {@code
 * done_closing_sessions()}.
 */
final class UmountAwaitsCloses implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-CLOSE";
  }

  @Override
  public String meaning() {
    return "an umount waits until the sessions that it closes are closed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.UMOUNT) || scenario.has(Context.CORRUPT_SNAP_TRACE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
