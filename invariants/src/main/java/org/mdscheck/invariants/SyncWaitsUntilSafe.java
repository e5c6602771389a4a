package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A sync waits until the request that it has found is safe.
 *
 * <p>Formally: when {@code flush_mdlog_and_wait_mdsc_unsafe_requests()} goes on, the request is not
 * in the tree any more, or, where it does not wait, has no session yet.
 *
 * <p>Why it matters: what was written before a sync is lost if the MDS fails afterwards.
 *
 * <p>Rests on: the wait for {@code r_safe_completion}. Broken by {@link Mutant#SYNC_DOES_NOT_WAIT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code flush_mdlog_and_wait_mdsc_unsafe_requests()}.
 */
final class SyncWaitsUntilSafe implements SessionProperty {
  @Override
  public String reference() {
    return "SYNC-1";
  }

  @Override
  public String meaning() {
    return "a sync waits until the request that it has found is safe";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.SYNC);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
