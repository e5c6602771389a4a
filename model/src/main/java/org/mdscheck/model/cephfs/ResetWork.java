package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ResetPhase.DRAINING;
import static org.mdscheck.model.cephfs.ResetPhase.IDLE;
import static org.mdscheck.model.cephfs.ResetPhase.QUIESCING;
import static org.mdscheck.model.cephfs.ResetPhase.TEARDOWN;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import java.util.function.BiFunction;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_reset_workfn()}: ends every session from outside, whatever its state, after a
 * drain that a deadline cuts short at any moment.
 *
 * <p>Left out: dirty and flushing capabilities, which the drain waits for too; the tid up to which
 * it waits for requests (one that came later ends the wait no later than the deadline does); the
 * sleep before the teardown (time passes at will).
 */
final class ResetWork {
  private static final String NAME = "ceph_mdsc_reset_workfn";

  private final CephModel c;
  private final Variant variant;
  private final Ref mutex;
  private final Ref phase;
  private final Local sessions;

  private ResetWork(CephModel c) {
    this.c = c;
    variant = c.variant();
    mutex = c.mdsc().mutex();
    phase = c.clientReset().phase();
    sessions = local("sessions", Type.array(c.ranks(), Type.nullable(c.sessions())));
  }

  static Program of(CephModel c) {
    return program(NAME)
        .loop(
            block()
                .rest("(the work item runs)", c.clientReset().phase().is(QUIESCING))
                .call(new ResetWork(c).build()))
        .end();
  }

  private Program build() {
    return program(NAME, sessions)
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .either(
            block()
                .fault("kcalloc() fails: mutex_unlock(&mdsc->mutex)", failures(), release(mutex))
                .step(
                    "st->phase = CEPH_CLIENT_RESET_IDLE, last_errno = -ENOMEM",
                    assign(c.clientReset().failed(), true),
                    assign(phase, IDLE))
                .ret(),
            block().then(each((s, rank) -> collect(s, rank))))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .branch(isNoneCollected(), block().goTo("complete"))
        .then(unlessShutDown("st->phase = CEPH_CLIENT_RESET_DRAINING", DRAINING))
        .only(
            variant.has(Hunk.RESET_DRAIN),
            block()
                .then(each((s, rank) -> ifCollected(rank, block().call(SendFlushMdlog.of(c, s)))))
                .call(waitForUnsafe()))
        .then(unlessShutDown("st->phase = CEPH_CLIENT_RESET_TEARDOWN", TEARDOWN))
        .only(
            variant.has(Hunk.RESET_CLOSE),
            each((s, rank) -> ifCollected(rank, block().call(close(s)))))
        // Window: the deadline is over, whatever is still at work with the sessions.
        .then(each((s, rank) -> ifCollected(rank, block().call(tearDown(s, rank)))))
        .mark("complete")
        .only(
            !variant.is(Mutant.RESET_KEEPS_PHASE),
            block().step("st->phase = CEPH_CLIENT_RESET_IDLE", complete()))
        .end();
  }

  /** After the shutdown, which has written the phase, the sessions are only put. */
  private Block unlessShutDown(String label, ResetPhase next) {
    if (!c.scenario().has(Context.DESTRUCTION)) return block().step(label, assign(phase, next));
    return block()
        .either(
            block().await(label, isNotShutDown(), assign(phase, next)),
            block()
                .await("st->shutdown", not(isNotShutDown()))
                .then(each((s, rank) -> ifCollected(rank, put(s, rank))))
                .ret());
  }

  private Expr isNotShutDown() {
    return c.isUmountBefore(UmountStage.RESET_SHUT_DOWN);
  }

  private Effect complete() {
    return when(isNotShutDown(), assign(phase, IDLE));
  }

  private Ref failures() {
    return c.budgets().failures;
  }

  private Block each(BiFunction<Session, Expr, Block> body) {
    Block block = block();
    for (int i = 0; i < c.ranks().size(); i++) {
      Expr rank = c.ids().rank(i);
      block.then(body.apply(c.session(sessions.at(rank)), rank));
    }
    return block;
  }

  private Block ifCollected(Expr rank, Block body) {
    return block().branch(sessions.at(rank).isNotNull(), body);
  }

  private Expr isNoneCollected() {
    Expr none = value(true);
    for (int i = 0; i < c.ranks().size(); i++)
      none = none.and(sessions.at(c.ids().rank(i)).isNull());
    return none;
  }

  /** {@code s_state} is read without {@code s_mutex}. */
  private Block collect(Session s, Expr rank) {
    Ref registered = c.mdsc().session(rank);
    Expr usable =
        c.session(registered)
            .state()
            .isOneOf(OPEN, HUNG, OPENING, RESTARTING, RECONNECTING, CLOSING);
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

  private Program waitForUnsafe() {
    Local req = local("req", Type.nullable(c.requests()));
    Ref tree = c.mdsc().requestTree();
    Request r = c.request(req);
    return program(NAME, req)
        .loop(
            block()
                .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
                .either(
                    block()
                        .await(
                            "no request is left: mutex_unlock(&mdsc->mutex)",
                            isEmpty(tree),
                            release(mutex))
                        .ret(),
                    block()
                        .await(
                            "ceph_mdsc_get_request(req)",
                            not(isEmpty(tree)),
                            assign(req, tree.head()),
                            increment(r.references())))
                .step("mutex_unlock(&mdsc->mutex)", release(mutex))
                .either(
                    block()
                        .await(
                            "wait_for_completion_timeout(&req->r_safe_completion)",
                            not(contains(tree, req)))
                        .then(putRequest(r))
                        .step(
                            "rb_first(&mdsc->request_tree): mutex_unlock(&mdsc->mutex)",
                            release(mutex)),
                    block()
                        .await("drain_deadline", contains(tree, req))
                        .then(putRequest(r))
                        .step("drain_timed_out: mutex_unlock(&mdsc->mutex)", release(mutex))
                        .ret()))
        .end();
  }

  private Block putRequest(Request r) {
    return block()
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .step("ceph_mdsc_put_request(req)", RequestReference.put(c, r));
  }

  private Program close(Session s) {
    Local ignored = local("err", Type.range(0, 1));
    return program(NAME, ignored)
        .step("mutex_lock(&sessions[i]->s_mutex)", acquire(s.mutex()))
        .call(CloseSession.of(c, s, ignored))
        .step("mutex_unlock(&sessions[i]->s_mutex)", release(s.mutex()))
        .end();
  }

  private Program tearDown(Session s, Expr rank) {
    return program(NAME)
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .only(!variant.is(Mutant.RESET_WITHOUT_CHECK), skipUnregistered(s, rank))
        .step("sessions[i]->s_state = CEPH_MDS_SESSION_CLOSED", assign(s.state(), CLOSED))
        .call(UnregisterSession.of(c, s))
        .only(!variant.is(Mutant.NO_WAKE_ON_RESET), block().call(WakeRequests.of(c, s.waiting())))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        // Window: closed and unregistered, requests and capabilities not yet cleaned up.
        .step("mutex_lock(&sessions[i]->s_mutex)", acquire(s.mutex()))
        .call(CleanupSessionRequests.of(c, s))
        .call(RemoveSessionCaps.of(c, s))
        .step("mutex_unlock(&sessions[i]->s_mutex)", release(s.mutex()))
        .then(put(s, rank))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .only(!variant.is(Mutant.NO_WAKE_ON_RESET), block().call(KickRequests.of(c, rank)))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }

  private Block skipUnregistered(Session s, Expr rank) {
    return block()
        .test(
            "mdsc->sessions[mds] != sessions[i]",
            not(c.isRegistered(s)),
            block()
                .step("mutex_unlock(&mdsc->mutex): torn down already", release(mutex))
                .then(put(s, rank))
                .ret());
  }

  private Block put(Session s, Expr rank) {
    return block()
        .step(
            "ceph_put_mds_session(sessions[i])",
            SessionReference.put(c, s),
            reset(sessions.at(rank)));
  }
}
