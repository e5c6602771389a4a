package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;

import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code __close_session()} with {@code request_close_session()}. Caller holds {@code s_mutex}.
 * Without memory the session stays CLOSING.
 */
final class CloseSession {
  private CloseSession() {}

  /**
   * @param skipped counts the sessions to which no REQUEST_CLOSE was sent
   */
  static Program of(CephModel c, Session s, Ref skipped) {
    return program("__close_session")
        .test(
            "session->s_state >= CEPH_MDS_SESSION_CLOSING",
            s.state().isAtLeast(CLOSING),
            block().step("skipped++ (closing already)", increment(skipped)).ret())
        .step("session->s_state = CEPH_MDS_SESSION_CLOSING", assign(s.state(), CLOSING))
        .either(
            block().fault("create_session_msg() fails", c.budgets().failures, increment(skipped)),
            block()
                .step(
                    "ceph_con_send(REQUEST_CLOSE)", CephConnection.send(c, s, ToMds.REQUEST_CLOSE)))
        .end();
  }
}
