package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_close_sessions()}, in the thread that unmounts; before it, {@code
 * ceph_mdsc_pre_umount()} sets {@code stopping} and waits for requests, but not for ever.
 */
final class CloseSessions {
  private CloseSessions() {}

  static Program of(CephModel c) {
    Ref mutex = c.mdsc().mutex();
    Local skipped = local("skipped", Type.range(0, c.ranks().size()));
    Block close = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++) close.call(close(c, c.ids().rank(i), skipped));
    Block tearDown = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++) tearDown.call(tearDown(c, c.ids().rank(i)));
    return program("ceph_mdsc_close_sessions", skipped)
        .rest(
            "mdsc->stopping = CEPH_MDSC_STOPPING_BEGIN",
            value(true),
            assign(c.mdsc().stopping(), true))
        .only(true, close)
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .either(
            block()
                .await(
                    "done_closing_sessions(mdsc, skipped)",
                    c.mdsc().sessionCount().isAtMost(skipped)),
            block().await("mount_timeout", c.mdsc().sessionCount().isMore(skipped)))
        .only(
            !c.variant().is(Mutant.CLOSE_SESSIONS_KEEPS_REMAINING),
            tearDown.step("mutex_unlock(&mdsc->mutex)", release(mutex)))
        .end();
  }

  private static Program close(CephModel c, Expr rank, Ref skipped) {
    Local found = local("session", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    return program("ceph_mdsc_close_sessions", found)
        .either(
            block().await("no session of the rank", c.mdsc().session(rank).isNull()).ret(),
            block()
                .await(
                    "session = __ceph_lookup_mds_session(mdsc, i)",
                    c.mdsc().session(rank).isNotNull(),
                    assign(found, c.mdsc().session(rank)),
                    SessionReference.get(s)))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(CloseSession.of(c, s, skipped))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }

  /** Does not clean up requests and wakes nobody. */
  private static Program tearDown(CephModel c, Expr rank) {
    Local found = local("session", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    return program("ceph_mdsc_close_sessions", found)
        .either(
            block().await("no session of the rank", c.mdsc().session(rank).isNull()).ret(),
            block()
                .await(
                    "session = ceph_get_mds_session(mdsc->sessions[i])",
                    c.mdsc().session(rank).isNotNull(),
                    assign(found, c.mdsc().session(rank)),
                    SessionReference.get(s)))
        .call(UnregisterSession.of(c, s))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(RemoveSessionCaps.of(s))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }
}
