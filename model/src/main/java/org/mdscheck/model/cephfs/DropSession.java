package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code drop_session()}, in no shipped tree: the teardown that {@code mds_peer_reset()} and {@code
 * check_new_map()} each spell out, in one place. Caller holds {@code s_mutex} and a reference; M is
 * taken inside. A session that is not registered is left as it is.
 */
final class DropSession {
  private DropSession() {}

  static Program of(CephModel c, Session s) {
    Ref mutex = c.mdsc().mutex();
    boolean capsFirst = c.variant().has(Hunk.CAPS_FIRST);
    Block lockIfRegistered =
        block()
            .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
            .test(
                "mdsc->sessions[s->s_mds] != s",
                not(c.isRegistered(s)),
                block().step("not registered: mutex_unlock(&mdsc->mutex)", release(mutex)).ret());
    Block close =
        block()
            .step(
                "if (s->s_state != CEPH_MDS_SESSION_REJECTED) s->s_state = CEPH_MDS_SESSION_CLOSED",
                when(s.state().isNot(REJECTED), assign(s.state(), CLOSED)));
    Block removeCaps = block().call(RemoveSessionCaps.of(c, s));
    return program("drop_session")
        .then(lockIfRegistered)
        .then(close)
        .only(
            capsFirst,
            block()
                .step("mutex_unlock(&mdsc->mutex)", release(mutex))
                .then(removeCaps)
                .step("mutex_lock(&mdsc->mutex)", acquire(mutex)))
        .call(UnregisterSession.of(c, s))
        .call(WakeRequests.of(c, s.waiting()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .call(CleanupSessionRequests.of(c, s))
        .only(!capsFirst, removeCaps)
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(KickRequests.of(c, s.rank()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }
}
