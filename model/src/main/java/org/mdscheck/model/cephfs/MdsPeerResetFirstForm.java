package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code mds_peer_reset()} as it was first posted. {@code s_state} is read under {@code s_mutex}
 * and looked at again under both mutexes; whether the session is registered is not. A session found
 * RECONNECTING reconnects again.
 *
 * <p>Source: "[RFC PATCH v1 4/4] ceph: rework mds_peer_reset() for robust session recovery".
 */
final class MdsPeerResetFirstForm {
  private MdsPeerResetFirstForm() {}

  static Program of(CephModel c, Session s) {
    Local seen = local("mds state", Type.enumOf(MdsState.class));
    Local sessionState = local("session_state", Type.enumOf(SessionState.class));
    Ref mutex = c.mdsc().mutex();
    return program("mds_peer_reset", seen, sessionState)
        .then(MdsPeerReset.unlessFenced(c))
        .then(
            MdsPeerReset.read(
                c,
                s,
                seen,
                "ceph_mdsmap_get_state(mdsc->mdsmap, s->s_mds) < CEPH_MDS_STATE_RECONNECT"))
        .branch(seen.isLess(RECONNECT), block().ret())
        // Window: another map may come between the two reads.
        .then(
            MdsPeerReset.read(
                c,
                s,
                seen,
                "ceph_mdsmap_get_state(mdsc->mdsmap, s->s_mds) == CEPH_MDS_STATE_RECONNECT"))
        .branch(seen.is(RECONNECT), block().call(SendMdsReconnect.of(c, s, seen)).ret())
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .step("session_state = s->s_state", assign(sessionState, s.state()))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .branch(sessionState.is(RECONNECTING), block().call(SendMdsReconnect.of(c, s, seen)).ret())
        .branch(sessionState.isOneOf(NEW, RESTARTING, CLOSED, REJECTED), block().ret())
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .test(
            "s->s_state != session_state",
            s.state().isNot(sessionState),
            block()
                .step("mutex_unlock(&mdsc->mutex): state changed", release(mutex))
                .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
                .ret())
        .step("ceph_get_mds_session(s)", SessionReference.get(s), reset(sessionState), reset(seen))
        .call(UnregisterSession.of(c, s))
        .step("s->s_state = CEPH_MDS_SESSION_CLOSED", assign(s.state(), CLOSED))
        .call(WakeRequests.of(c, s.waiting()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        // Window: closed and unregistered, requests and capabilities not yet cleaned up.
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .call(CleanupSessionRequests.of(c, s))
        .call(RemoveSessionCaps.of(c, s))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(KickRequests.of(c, s.rank()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s))
        .end();
  }
}
