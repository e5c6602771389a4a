package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A request that meets a rejected session waits if the client will recover.
 *
 * <p>Formally: on a mount with {@code recover_session=clean}, {@code __do_request()} puts a request
 * that finds its session REJECTED on {@code waiting_for_map}, from where the recovery takes it.
 *
 * <p>Why it matters: the mount option promises that the application does not see the blocklisting;
 * the first access after it would fail with {@code -EACCES}.
 *
 * <p>Rests on: the mount option is looked at before the error is returned. Broken by {@link
 * Mutant#H14_REJECT_BEFORE_RECOVERY}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __do_request()}; commit 4ae3713fe45a.
 */
final class RejectedRequestWaits implements SessionProperty {
  @Override
  public String reference() {
    return "REC-1";
  }

  @Override
  public String meaning() {
    return "a request that meets a rejected session waits if the client will recover";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CLEAN_RECOVER);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
