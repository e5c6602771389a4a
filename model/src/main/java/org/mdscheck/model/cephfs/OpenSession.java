package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code __open_session()}. Caller holds M, not {@code s_mutex}. When it fails the session stays
 * OPENING, unless repaired.
 */
final class OpenSession {
  private OpenSession() {}

  /**
   * @param failed a boolean local of the caller, set when there was no memory
   */
  static Program of(CephModel c, Session s, Ref failed) {
    boolean last = c.variant().has(Hunk.OPENING_AFTER_ALLOCATION);
    Block opening =
        block()
            .step(
                "session->s_state = CEPH_MDS_SESSION_OPENING",
                assign(s.state(), SessionState.OPENING));
    return program("__open_session")
        .then(
            c.scenario().has(Context.CORRUPT_SNAP_TRACE)
                ? block()
                    .test(
                        "fsc->mount_state == CEPH_MOUNT_FENCE_IO",
                        c.fsc().is(MountState.FENCE_IO),
                        block().step("-EIO", assign(failed, true)).ret())
                : block())
        .only(!last, opening)
        .either(
            block()
                .fault(
                    "create_session_full_msg() fails", c.budgets().failures, assign(failed, true)),
            block()
                .only(last, opening)
                .step("ceph_con_send(REQUEST_OPEN)", CephConnection.send(c, s, ToMds.REQUEST_OPEN)))
        .end();
  }
}
