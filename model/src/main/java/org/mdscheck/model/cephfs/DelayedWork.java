package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code delayed_work()}, for ever. Whether the renewal is due is open. Left out: cap releases,
 * which change nothing here.
 */
final class DelayedWork {
  private DelayedWork() {}

  static Program of(CephModel c) {
    Ref mutex = c.mdsc().mutex();
    Block sessions = block().step("mutex_lock(&mdsc->mutex)", acquire(mutex));
    for (int i = 0; i < c.ranks().size(); i++) sessions.call(rank(c, c.ids().rank(i)));
    sessions.step("mutex_unlock(&mdsc->mutex)", release(mutex));
    boolean renews = c.scenario().has(Context.DELAYED_WORK);
    boolean recovers = c.scenario().has(Context.CLEAN_RECOVER);
    // Without the sessions a run does something only for a client that is blocklisted.
    Expr due = renews ? isArmed(c) : c.fsc().blocklisted();
    return program("delayed_work")
        .loop(
            block()
                .rest("(the delay is over)", due)
                .only(renews, sessions)
                .then(recovers ? block().call(ForceReconnect.of(c)) : block()))
        .end();
  }

  private static Program rank(CephModel c, Expr rank) {
    Local found = local("s", Type.nullable(c.sessions()));
    Local state = local("s_state", Type.enumOf(SessionState.class));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    boolean late = c.variant().has(Hunk.HUNG_UNDER_S_MUTEX);
    Block put = block().step("ceph_put_mds_session(s)", SessionReference.put(c, s)).ret();
    return program("delayed_work", found, state)
        .then(LookUpSession.orReturn(c, "s = __ceph_lookup_mds_session(mdsc, i)", rank, found))
        .only(!late, CheckSessionState.of(c, s, state, put))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .only(late, CheckSessionState.of(c, s, state, block().goTo("unlock")))
        .then(renewOrKeepAlive(c, s))
        .only(c.variant().has(Hunk.RESEND_OPEN), reopen(c, s, state))
        .mark("unlock")
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }

  /**
   * Once more, as the MDS drops the message while the session is stale to it. It is queued only
   * when nothing is on its way, or there would be no bound to it and to its answers; so it follows
   * the renewal in some runs and not in others.
   */
  private static Block reopen(CephModel c, Session s, Local state) {
    return block()
        .branch(
            state.isOneOf(OPENING, RESTARTING),
            block()
                .step(
                    "OPENING || RESTARTING: ceph_con_send(REQUEST_OPEN)",
                    when(
                        isEmpty(c.connection(s.id()).incoming()),
                        CephConnection.sendOnce(c, s, ToMds.REQUEST_OPEN))));
  }

  /** A keepalive makes a difference only where a broken connection stands by. */
  private static Block renewOrKeepAlive(CephModel c, Session s) {
    Block renew = block().call(SendRenewCaps.of(c, s));
    if (!c.scenario().has(Context.STANDBY)) return renew;
    Effect keepAlive = new Standby(c, c.connection(s.id())).keepAlive();
    return block().either(renew, block().step("ceph_con_keepalive(&s->s_con)", keepAlive));
  }

  /** It runs until an umount has flushed, which is not told from the end here. */
  private static Expr isArmed(CephModel c) {
    return c.variant().is(Mutant.H21_STOP_RENEWALS)
        ? not(c.mdsc().stopping())
        : c.isUmountBefore(UmountStage.FLUSHED);
  }
}
