package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

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
    return program("drop_session")
        .only(capsFirst, removeCaps(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .test(
            "mdsc->sessions[s->s_mds] != s",
            not(c.isRegistered(s)),
            block().step("not registered: mutex_unlock(&mdsc->mutex)", release(mutex)).ret())
        .then(unregister(c, s))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .call(CleanupSessionRequests.of(c, s))
        .only(!capsFirst, removeCaps(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(KickRequests.of(c, s.rank()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }

  private static Block removeCaps(CephModel c, Session s) {
    return block().call(RemoveSessionCaps.of(c, s));
  }

  /** Out of the table, CLOSED, and its waiters off to the next session. Caller holds both. */
  private static Block unregister(CephModel c, Session s) {
    return block()
        .call(UnregisterSession.of(c, s))
        .step("s->s_state = CEPH_MDS_SESSION_CLOSED", assign(s.state(), SessionState.CLOSED))
        .call(WakeRequests.of(c, s.waiting()));
  }
}
