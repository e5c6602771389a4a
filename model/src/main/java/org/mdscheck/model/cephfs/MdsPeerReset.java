package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code mds_peer_reset()}: the MDS has dropped the connection. In the connection's worker, no lock
 * held; the map is read without M, twice after the patch.
 */
final class MdsPeerReset {
  private MdsPeerReset() {}

  static Program of(CephModel c, Session s) {
    if (c.variant().has(Hunk.PEER_RESET)) return patched(c, s);
    if (c.variant().has(Hunk.PEER_RESET_FIRST_FORM)) return MdsPeerResetFirstForm.of(c, s);
    return unpatched(c, s);
  }

  private static Program unpatched(CephModel c, Session s) {
    Local seen = local("mds state", Type.enumOf(MdsState.class));
    return program("mds_peer_reset", seen)
        .then(unlessFenced(c))
        .then(read(c, s, seen, "ceph_mdsmap_get_state(mdsc->mdsmap, s->s_mds)"))
        .branch(reconnects(c, seen), block().call(SendMdsReconnect.of(c, s, seen)))
        .end();
  }

  static Block read(CephModel c, Session s, Local seen, String label) {
    return ReadMap.of(c, "mds_peer_reset", label, assign(seen, c.mdsc().mapState(s.rank())));
  }

  static Block unlessFenced(CephModel c) {
    if (!c.scenario().has(Context.CORRUPT_SNAP_TRACE)) return block();
    return block()
        .test(
            "READ_ONCE(mdsc->fsc->mount_state) == CEPH_MOUNT_FENCE_IO",
            c.fsc().is(MountState.FENCE_IO),
            block().ret());
  }

  private static Expr reconnects(CephModel c, Local seen) {
    return c.variant().is(Mutant.H1_RECONNECT_ANY_MAP_STATE)
        ? value(true)
        : seen.isAtLeast(RECONNECT);
  }

  private static Expr reconnectsPatched(Variant v, Local seen) {
    if (v.is(Mutant.RECONNECT_PAST_WINDOW)) return seen.isAtLeast(RECONNECT);
    return seen.is(RECONNECT);
  }

  private static Program patched(CephModel c, Session s) {
    Local seen = local("mds state", Type.enumOf(MdsState.class));
    Local sessionState = local("session_state", Type.enumOf(SessionState.class));
    return program("mds_peer_reset", seen, sessionState)
        .then(unlessFenced(c))
        .only(
            !c.variant().is(Mutant.H1_RECONNECT_ANY_MAP_STATE),
            block()
                .then(
                    read(
                        c,
                        s,
                        seen,
                        "ceph_mdsmap_get_state(mdsc->mdsmap, s->s_mds) < CEPH_MDS_STATE_RECONNECT"))
                .branch(seen.isLess(RECONNECT), block().ret()))
        // Window: another map may come between the two reads.
        .then(
            read(
                c,
                s,
                seen,
                "ceph_mdsmap_get_state(mdsc->mdsmap, s->s_mds) == CEPH_MDS_STATE_RECONNECT"))
        .branch(
            reconnectsPatched(c.variant(), seen),
            block().call(SendMdsReconnect.of(c, s, seen)).ret())
        .then(
            c.variant().has(Hunk.RESET_ASKS)
                ? ask(c, s, seen, sessionState)
                : tearDown(c, s, seen, sessionState))
        .end();
  }

  /**
   * The map may be older than the reset. If the MDS has restarted, the handshake that follows is
   * refused and a new map reconnects the session; if not, the MDS answers, and the answer ends it.
   * Under both mutexes: a request that found the session OPEN is sent before the REQUEST_OPEN, and
   * dropped with what was before, or it waits.
   */
  private static Block ask(CephModel c, Session s, Local seen, Local sessionState) {
    Ref mutex = c.mdsc().mutex();
    Block ask =
        block()
            .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
            .step("s->s_state = CEPH_MDS_SESSION_RESTARTING", assign(s.state(), RESTARTING))
            .step("ceph_con_send(REQUEST_OPEN)", CephConnection.send(c, s, ToMds.REQUEST_OPEN))
            .step("mutex_unlock(&mdsc->mutex)", release(mutex));
    Block fail =
        block()
            .fault("create_session_full_msg() fails", c.budgets().failures)
            .call(DropSession.of(c, s));
    return block()
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()), reset(seen))
        .step("session_state = s->s_state", assign(sessionState, s.state()))
        .branch(sessionState.isOneOf(CLOSED, REJECTED, NEW), block().goTo("unlock"))
        .branch(sessionState.is(CLOSING), block().call(DropSession.of(c, s)).goTo("unlock"))
        .then(c.variant().has(Hunk.RESET_NEVER_FAILS) ? ask : block().either(fail, ask))
        .mark("unlock")
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()), reset(sessionState));
  }

  private static Block tearDown(CephModel c, Session s, Local seen, Local sessionState) {
    Ref mutex = c.mdsc().mutex();
    Expr changed = s.state().isNot(sessionState);
    boolean checks = !c.variant().is(Mutant.UNREGISTER_WITHOUT_CHECK);
    return block()
        .step("session_state = READ_ONCE(s->s_state)", assign(sessionState, s.state()), reset(seen))
        .branch(sessionState.isOneOf(CLOSED, REJECTED, NEW), block().ret())
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .test(
            "mdsc->sessions[s->s_mds] != s || s->s_state != session_state",
            checks ? not(c.isRegistered(s)).or(changed) : changed,
            block().step("mutex_unlock(&mdsc->mutex): state changed", release(mutex)).ret())
        .step("ceph_get_mds_session(s)", SessionReference.get(s), reset(sessionState))
        .step("s->s_state = CEPH_MDS_SESSION_CLOSED", assign(s.state(), CLOSED))
        .call(UnregisterSession.of(c, s))
        .only(
            !c.variant().is(Mutant.NO_WAKE_ON_TEARDOWN),
            block().call(WakeRequests.of(c, s.waiting())))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        // Window: closed and unregistered, requests and capabilities not yet cleaned up.
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .call(CleanupSessionRequests.of(c, s))
        .call(RemoveSessionCaps.of(c, s))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .only(
            !c.variant().is(Mutant.NO_WAKE_ON_TEARDOWN), block().call(KickRequests.of(c, s.rank())))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s));
  }
}
