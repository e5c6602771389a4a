package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_pre_umount()} and {@code ceph_mdsc_close_sessions()}, in the thread that
 * unmounts.
 *
 * <p>A file system is unmounted when no thread uses it, so no request thread is at work; what is
 * left are requests that wait for their safe reply or whose thread was killed. {@code
 * wait_requests()} waits for those, but not for ever, and unregisters the rest.
 */
final class CloseSessions {
  private CloseSessions() {}

  static Program of(CephModel c) {
    boolean destroys = c.scenario().has(Context.DESTRUCTION);
    return program("ceph_mdsc_close_sessions")
        .option(
            "mdsc->stopping = CEPH_MDSC_STOPPING_BEGIN",
            mayBegin(c),
            assign(c.mdsc().stopping(), true))
        .then(c.scenario().has(Context.SESSION_WALKS) ? IterateSessions.beforeUmount(c) : block())
        .call(waitRequests(c))
        .only(destroys && !c.variant().is(Mutant.NO_FLUSH_BEFORE_UMOUNT), flush(c))
        .then(c.scenario().has(Context.STOPPING_BLOCKERS) ? flushing(c) : block())
        .then(destroys ? flushed(c) : block())
        .call(closing(c))
        .then(destroys ? block().call(DestroyMdsClient.of(c)) : block())
        .end();
  }

  private static Block flush(CephModel c) {
    return block().call(DestroyMdsClient.flush(c));
  }

  /**
   * No handler of a message about an inode begins any more; the wait for the others is timed. A
   * kill ends it as the timeout does.
   */
  private static Block flushing(CephModel c) {
    Expr none = c.mdsc().stoppingBlockers().is(0);
    return block()
        .step(
            "mdsc->stopping = CEPH_MDSC_STOPPING_FLUSHING",
            assign(c.umountStage(), UmountStage.FLUSHING))
        .either(
            block().await("wait_for_completion_killable_timeout(&mdsc->stopping_waiter)", none),
            block().fault("umount timed out, !timeleft", c.budgets().failures, not(none)));
  }

  /** What is dirty is written meanwhile, which is left out. */
  private static Block flushed(CephModel c) {
    return block()
        .step(
            "mdsc->stopping = CEPH_MDSC_STOPPING_FLUSHED",
            assign(c.umountStage(), UmountStage.FLUSHED));
  }

  /** No request thread is at work, nor one that forces an umount: each keeps the mount busy. */
  private static Expr mayBegin(CephModel c) {
    Expr idle = not(inside(CephModel.REQUEST_THREAD, null));
    return c.scenario().has(Context.FORCED_UMOUNT)
        ? idle.and(not(inside(CephModel.FORCED_UMOUNT_THREAD, null)))
        : idle;
  }

  /** {@code ceph_mdsc_close_sessions()} itself. */
  static Program closing(CephModel c) {
    Ref mutex = c.mdsc().mutex();
    Local skipped = local("skipped", Type.range(0, c.ranks().size()));
    Expr done = c.mdsc().sessionCount().isAtMost(skipped);
    boolean waits = !c.variant().is(Mutant.UMOUNT_DOES_NOT_WAIT);
    Block close = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++) close.call(close(c, c.ids().rank(i), skipped));
    Block tearDown = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++) tearDown.call(tearDown(c, c.ids().rank(i)));
    return program("ceph_mdsc_close_sessions", skipped)
        .then(close)
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .either(
            block()
                .await(
                    "wait_event_timeout(mdsc->session_close_wq, done_closing_sessions(mdsc, skipped))",
                    waits ? done.or(c.fsc().is(MountState.SHUTDOWN)) : value(true),
                    awaited(c, skipped)),
            timeout(c, not(done)))
        .then(tearDown)
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }

  private static Effect awaited(CephModel c, Local skipped) {
    return warn(
        "umount-awaits-closes",
        "an umount goes on while sessions are being closed",
        c.mdsc().sessionCount().isAtMost(skipped).or(c.fsc().is(MountState.SHUTDOWN)));
  }

  /**
   * Where it is asked whether the sessions close by themselves, the timeout counts as a failure.
   */
  private static Block timeout(CephModel c, Expr waiting) {
    return c.scenario().asksForCloses()
        ? block().fault("mount_timeout", c.budgets().failures, waiting)
        : block().await("mount_timeout", waiting);
  }

  private static Program waitRequests(CephModel c) {
    Ref tree = c.mdsc().requestTree();
    return program("wait_requests")
        .either(
            block().await("wait_for_completion_timeout(&mdsc->safe_umount_waiters)", isEmpty(tree)),
            block().await("mount_timeout", not(isEmpty(tree))))
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .step(
            "list_del_init(&req->r_wait); __unregister_request() of the remaining",
            forEach(
                c.requests(),
                x ->
                    List.of(
                        when(
                            contains(tree, x),
                            remove(c.mdsc().waitingForMap(), x),
                            when(
                                c.request(x).session().isNotNull(),
                                remove(c.session(c.request(x).session()).waiting(), x)),
                            RequestReference.unregister(c, c.request(x))))))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .end();
  }

  private static Program close(CephModel c, Expr rank, Ref skipped) {
    Local found = local("session", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    return program("ceph_mdsc_close_sessions", found)
        .then(
            LookUpSession.orReturn(c, "session = __ceph_lookup_mds_session(mdsc, i)", rank, found))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(CloseSession.of(c, s, skipped))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }

  /** Does not clean up requests and wakes nobody, unless repaired. */
  private static Program tearDown(CephModel c, Expr rank) {
    Local found = local("session", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    boolean drops = c.variant().has(Hunk.UMOUNT_DROPS);
    Block keep = block().step("ceph_put_mds_session(session)", SessionReference.put(c, s)).ret();
    return program("ceph_mdsc_close_sessions", found)
        .then(
            LookUpSession.orReturn(
                c, "session = ceph_get_mds_session(mdsc->sessions[i])", rank, found))
        .only(
            c.variant().is(Mutant.CLOSE_SESSIONS_KEEPS_CLOSING),
            block()
                .test("session->s_state == CEPH_MDS_SESSION_CLOSING", s.state().is(CLOSING), keep))
        .only(!drops, block().call(UnregisterSession.of(c, s)))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(drops ? DropSession.of(c, s) : RemoveSessionCaps.of(c, s))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }
}
