package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;

/**
 * {@code check_session_state()}: is there something to do for a session in this state? A session
 * that is OPEN becomes HUNG when {@code s_ttl} has passed, which may be at any moment. Its callers
 * hold M and not {@code s_mutex}, unless repaired.
 */
final class CheckSessionState {
  private CheckSessionState() {}

  /**
   * @param state receives {@code s_state}
   * @param skip what the caller does when there is nothing to do
   */
  static Block of(CephModel c, Session s, Local state, Block skip) {
    return block()
        .step("check_session_state(s): session->s_state", assign(state, s.state()))
        .branch(isLeftAlone(c, state), skip)
        .branch(
            state.is(OPEN),
            block()
                .either(
                    block()
                        .step(
                            "s_ttl passed: s->s_state = CEPH_MDS_SESSION_HUNG",
                            assign(s.state(), HUNG))
                        .only(
                            c.variant().is(Mutant.HUNG_IS_DROPPED),
                            block().call(UnregisterSession.of(c, s))),
                    block().await("s_ttl not passed", value(true))));
  }

  private static Expr isLeftAlone(CephModel c, Expr state) {
    Expr left =
        c.variant().has(Hunk.RESEND_OPEN)
            ? state.isOneOf(NEW, CLOSED, REJECTED)
            : state.isOneOf(NEW, RESTARTING, CLOSING, CLOSED, REJECTED);
    return c.variant().is(Mutant.H8_SKIP_OPENING) ? left.or(state.is(OPENING)) : left;
  }
}
