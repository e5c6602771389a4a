package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_iterate_sessions()}: calls a function for each session, with M dropped around
 * the call. With {@code check_state} it writes HUNG as {@link DelayedWork} does, with M alone.
 */
final class IterateSessions {
  private IterateSessions() {}

  /** The walks of {@code ceph_mdsc_pre_umount()}: flush each journal, wait, flush what is dirty. */
  static Block beforeUmount(CephModel c) {
    return block()
        .call(of(c, true, s -> block().call(SendFlushMdlog.of(c, s))))
        .call(of(c, false, IterateSessions::lockAndUnlock))
        .then(flushDirtyCaps(c));
  }

  /**
   * {@code ceph_flush_dirty_caps()}: no capability is dirty, so {@code flush_dirty_session_caps()}
   * does nothing.
   */
  static Block flushDirtyCaps(CephModel c) {
    return block().call(of(c, true, s -> block()));
  }

  private static Block lockAndUnlock(Session s) {
    return block()
        .call(
            program("lock_unlock_session")
                .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
                .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
                .end());
  }

  private static Program of(CephModel c, boolean checks, Function<Session, Block> callback) {
    Ref mutex = c.mdsc().mutex();
    Block sessions = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++)
      sessions.call(rank(c, c.ids().rank(i), checks, callback));
    return program("ceph_mdsc_iterate_sessions")
        .then(sessions)
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }

  private static Program rank(
      CephModel c, Expr rank, boolean checks, Function<Session, Block> callback) {
    Local found = local("s", Type.nullable(c.sessions()));
    Local state = local("s_state", Type.enumOf(SessionState.class));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    boolean late = c.variant().has(Hunk.HUNG_UNDER_S_MUTEX);
    Block put = block().step("ceph_put_mds_session(s)", SessionReference.put(c, s)).ret();
    Block skip =
        block().step("mutex_unlock(&s->s_mutex)", release(s.mutex())).goTo("ceph_put_mds_session");
    Block lateCheck =
        block()
            .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
            .then(CheckSessionState.of(c, s, state, skip))
            .step("mutex_unlock(&s->s_mutex)", release(s.mutex()));
    return (checks
            ? program("ceph_mdsc_iterate_sessions", found, state)
            : program("ceph_mdsc_iterate_sessions", found))
        .then(LookUpSession.orReturn(c, "s = __ceph_lookup_mds_session(mdsc, mds)", rank, found))
        .only(checks && !late, CheckSessionState.of(c, s, state, put))
        // Window: the session may be unregistered before the function is called.
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .only(checks && late, lateCheck)
        .then(callback.apply(s))
        .mark("ceph_put_mds_session")
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }
}
