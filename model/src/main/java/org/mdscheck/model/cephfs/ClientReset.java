package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.when;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
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
  private final Ref generation; // this and the next two: null but in the first form
  private final Ref pending;
  private final Ref done;

  ClientReset(Spec.Builder spec, Ids ids, boolean reconnects) {
    phase = spec.variable("reset_state.phase", Type.enumOf(ResetPhase.class), ResetPhase.IDLE);
    failed = spec.variable("reset_state.last_errno", Type.bool());
    int ranks = ids.ranks().size();
    generation =
        reconnects
            ? spec.variable("s_reset_gen.active", Type.array(ids.sessions(), Type.bool()))
            : null;
    pending =
        reconnects
            ? spec.variable("reset_state.pending_reconnects", Type.range(-ranks, ranks), 0)
            : null;
    done = reconnects ? spec.variable("reset_state.reconnect_done", Type.bool()) : null;
  }

  public Ref phase() {
    return phase;
  }

  /** Whether {@code s_reset_gen} of a session is that of the reset at work, in the first form. */
  Ref generation(Expr session) {
    return generation.at(session);
  }

  Ref pending() {
    return pending;
  }

  /** {@code reconnect_done}. */
  Ref done() {
    return done;
  }

  /** {@code atomic_dec_and_test()}; complete when it is the last. */
  Effect count() {
    return all(decrement(pending), when(pending.is(0), assign(done, true)));
  }

  /** {@code ceph_mdsc_reconnect_session_done()}. */
  Effect sessionDone(Session s) {
    return when(generation(s.id()), assign(generation(s.id()), false), count());
  }

  /** Whether {@code last_errno} is not 0. */
  public Ref failed() {
    return failed;
  }
}
