package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Program;

/**
 * {@code ceph_handle_caps()} as far as it counts: {@code ceph_inc_mds_stopping_blocker()} with
 * {@code inc_session_sequence()}. A REQUEST_CLOSE that crossed the message is dropped by the MDS
 * for its number, so a session that is CLOSING sends it again. What the message says is left out.
 */
final class HandleCaps {
  private HandleCaps() {}

  static Program of(CephModel c, Session s) {
    return program("inc_session_sequence")
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .step("s->s_seq++", increment(c.pushSequence().client(s.id())), assign(s.seq(), true))
        .only(!c.variant().is(Mutant.H11_CLOSE_NOT_SENT_AGAIN), closeAgain(c, s))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .end();
  }

  private static Block closeAgain(CephModel c, Session s) {
    return block()
        .test(
            "s->s_state == CEPH_MDS_SESSION_CLOSING",
            s.state().is(CLOSING),
            block()
                .either(
                    block().fault("create_session_msg() fails", c.budgets().failures),
                    block()
                        .step(
                            "ceph_con_send(REQUEST_CLOSE)",
                            CephConnection.send(c, s, ToMds.REQUEST_CLOSE))));
  }
}
