package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * {@code struct ceph_client_reset_state}: guarded by a spinlock of its own, so each section under
 * it is one step. The work item is queued from the trigger on until it runs, which {@code phase}
 * tells.
 */
public final class ClientReset {
  private final Ref phase;
  private final Ref failed;

  ClientReset(Spec.Builder spec) {
    phase = spec.variable("reset_state.phase", Type.enumOf(ResetPhase.class), ResetPhase.IDLE);
    failed = spec.variable("reset_state.last_errno", Type.bool());
  }

  public Ref phase() {
    return phase;
  }

  /** Whether {@code last_errno} is not 0. */
  public Ref failed() {
    return failed;
  }
}
