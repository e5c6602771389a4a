package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ResetPhase.IDLE;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code ceph_mdsc_wait_for_reset()}: a request waits until no reset is at work. Its own timeout
 * counts as a failure, like a signal: neither is a way out that one may rely on.
 */
final class WaitForReset {
  private WaitForReset() {}

  /** Whether another reset has begun is not asked: its error is 0 so far. */
  private static Block firstForm(Expr error, Ref failed) {
    return block()
        .either(
            block().await("ret = st->last_errno", error, assign(failed, true)),
            block().await("st->last_errno == 0", not(error)))
        .ret();
  }

  /**
   * @param failed a boolean local of the caller, set when the request must not be submitted
   */
  static Program of(CephModel c, Ref failed) {
    Ref failures = c.budgets().failures;
    Ref phase = c.clientReset().phase();
    Expr idle = phase.is(IDLE);
    Expr error = c.clientReset().failed();
    Block wait =
        block()
            .either(
                block().await("wait_event_interruptible_timeout(ceph_reset_is_idle(st))", idle),
                block()
                    .fault("timed out: -ETIMEDOUT", failures, not(idle), assign(failed, true))
                    .ret(),
                block()
                    .only(
                        c.scenario().has(Context.SIGNALS),
                        block()
                            .fault(
                                "interrupted: -ERESTARTSYS",
                                failures,
                                not(idle),
                                assign(failed, true))
                            .ret()));
    return program("ceph_mdsc_wait_for_reset")
        .test("ceph_reset_is_idle(st)", idle, block().ret())
        .mark("retry")
        .then(wait)
        .then(c.resetReconnects() ? firstForm(error, failed) : block())
        // Window: another reset may begin.
        .either(
            block().await("st->phase != CEPH_CLIENT_RESET_IDLE: retry", not(idle)).goTo("retry"),
            block().await("st->last_errno: -EAGAIN", idle.and(error), assign(failed, true)),
            block().await("st->last_errno == 0", idle.and(not(error))))
        .end();
  }
}
