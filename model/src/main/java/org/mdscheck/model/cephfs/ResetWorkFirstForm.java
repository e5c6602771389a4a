package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ResetPhase.IDLE;
import static org.mdscheck.model.cephfs.ResetPhase.QUIESCING;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_reset_workfn()} as it was first posted: reconnects every session, whatever the
 * map says, and waits until each is answered or a minute has passed.
 *
 * <p>{@code in_progress} is {@link ResetPhase#QUIESCING}. {@code s_reset_gen} is kept as "that of
 * the reset at work": another one is treated as none.
 *
 * <p>Source: "[RFC PATCH v1 3/4]" of the series. Left out: the injected error.
 */
final class ResetWorkFirstForm {
  private static final String NAME = "ceph_mdsc_reset_workfn";

  private final CephModel c;
  private final ClientReset st;
  private final Ref mutex;
  private final Local sessions;
  private final Local ret = local("ret", Type.bool());

  private ResetWorkFirstForm(CephModel c) {
    this.c = c;
    st = c.clientReset();
    mutex = c.mdsc().mutex();
    sessions = local("sessions", Type.array(c.ranks(), Type.nullable(c.sessions())));
  }

  static Program of(CephModel c) {
    return program(NAME)
        .loop(
            block()
                .rest("(the work item runs)", c.clientReset().phase().is(QUIESCING))
                .call(new ResetWorkFirstForm(c).build()))
        .end();
  }

  private Program build() {
    Block collect = block();
    Block reconnect = block();
    Expr none = value(true);
    Expr pending = value(0);
    for (int i = 0; i < c.ranks().size(); i++) {
      Expr rank = c.ids().rank(i);
      Expr collected = sessions.at(rank).isNotNull();
      collect.then(collect(rank));
      reconnect.branch(collected, block().call(reconnect(rank)));
      none = none.and(not(collected));
      pending = pending.plus(ifElse(collected, 1, 0));
    }
    return program(NAME, sessions, ret)
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .either(
            block()
                .fault(
                    "kcalloc() fails: mutex_unlock(&mdsc->mutex)",
                    c.budgets().failures,
                    release(mutex),
                    assign(ret, true))
                .goTo("complete"),
            block().then(collect))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .branch(none, block().goTo("complete"))
        .step(
            "reinit_completion(&st->reconnect_done); st->pending_reconnects = n",
            assign(st.done(), false),
            assign(st.pending(), pending))
        .then(reconnect)
        .either(
            block().await("wait_for_completion_timeout(&st->reconnect_done)", st.done()),
            block().await("timed out: -ETIMEDOUT", not(st.done()), assign(ret, true)))
        .mark("complete")
        .step(
            "st->in_progress = false; st->last_errno = ret",
            assign(st.failed(), ret),
            assign(st.phase(), IDLE),
            reset(st.pending()),
            reset(st.done()),
            reset(ret))
        .end();
  }

  /** {@code s_state} is read without {@code s_mutex}. */
  private Block collect(Expr rank) {
    Ref registered = c.mdsc().session(rank);
    Session s = c.session(registered);
    Expr usable = s.state().isOneOf(OPEN, HUNG, OPENING, CLOSING);
    return block()
        .either(
            block()
                .await(
                    "no session of the rank, or READ_ONCE(session->s_state) is another",
                    registered.isNull().or(not(usable))),
            block()
                .await(
                    "sessions[n++] = ceph_get_mds_session(session)",
                    registered.isNotNull().and(usable),
                    assign(sessions.at(rank), registered),
                    SessionReference.get(s)));
  }

  private Program reconnect(Expr rank) {
    Session s = c.session(sessions.at(rank));
    Local err = local("err", Type.range(0, SendMdsReconnect.FAILED));
    return program(NAME, err)
        .then(setGeneration(s, "sessions[i]->s_reset_gen = reset_gen", true))
        .call(SendMdsReconnect.of(c, s, c.mdsc().mapState(s.rank()), err))
        .branch(
            err.isNot(0),
            block()
                .then(setGeneration(s, "sessions[i]->s_reset_gen = 0", false))
                .step(
                    "atomic_dec_and_test(&st->pending_reconnects)",
                    when(err.is(SendMdsReconnect.FAILED), assign(ret, true)),
                    st.count(),
                    reset(err)))
        .step(
            "ceph_put_mds_session(sessions[i])",
            SessionReference.put(c, s),
            reset(sessions.at(rank)))
        .end();
  }

  private Block setGeneration(Session s, String label, boolean active) {
    return block()
        .step("mutex_lock(&sessions[i]->s_mutex)", acquire(s.mutex()))
        .step(label, assign(st.generation(s.id()), active))
        .step("mutex_unlock(&sessions[i]->s_mutex)", release(s.mutex()));
  }
}
