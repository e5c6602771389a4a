package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.Outcome.ABORTED;
import static org.mdscheck.model.cephfs.Outcome.ERROR;
import static org.mdscheck.model.cephfs.Outcome.MULTIHOP;
import static org.mdscheck.model.cephfs.Outcome.NONE;
import static org.mdscheck.model.cephfs.Outcome.TRY_AGAIN;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code __do_request()}: sends a request, or parks it where somebody will wake it. Caller holds M
 * throughout, so what M guards is read and written together; {@code s_state} and the connection are
 * not guarded by it and are steps of their own.
 *
 * <p>Left out: timeouts, mounting, forwarding of asynchronous requests; features are always
 * sufficient.
 */
final class DoRequest {
  private final CephModel c;
  private final Request r;
  private final Local session;
  private final Local state = local("state", Type.enumOf(SessionState.class));
  private final Local asynchronous = local("async", Type.bool());
  private final Local failed = local("err", Type.bool());

  private DoRequest(CephModel c, Expr request) {
    this.c = c;
    r = c.request(request);
    session = local("session", Type.nullable(c.sessions()));
  }

  static Program of(CephModel c, Expr request) {
    return new DoRequest(c, request).build();
  }

  private Program build() {
    Expr undone = r.outcome().is(NONE);
    Expr active = c.mdsc().mapState(r.rank()).isAtLeast(least());
    Expr registered = found().isNotNull();
    Session s = c.session(session);
    return program("__do_request", locals())
        .mark("again")
        .then(unlessUnmounted(undone))
        .then(MdsChoice.of(c, r, undone))
        .either(
            block()
                .await(
                    "req->r_err or GOT_RESULT: return",
                    r.outcome().isNot(NONE),
                    RequestReference.touch(r),
                    when(r.outcome().isOneOf(ABORTED, MULTIHOP), RequestReference.unregister(c, r)))
                .ret(),
            notActive(undone.and(c.mdsc().mapState(r.rank()).isLess(least()))),
            block()
                .await(
                    "session = __ceph_lookup_mds_session(mdsc, mds)",
                    undone.and(active).and(registered),
                    RequestReference.touch(r),
                    lookUp(s)),
            block()
                .await(
                    "put_request_session(req)",
                    undone.and(active).and(registered.is(false)),
                    RequestReference.touch(r),
                    putSession())
                .call(RegisterSession.of(c, r.rank(), session))
                .branch(session.isNull(), finish("register_session() failed: finish", false))
                .step("req->r_session = ceph_get_mds_session(session)", keep(s)))
        .then(isUsable(s))
        .only(
            c.createsAsync() && !c.variant().is(Mutant.ASYNC_WAITS),
            block()
                .branch(
                    asynchronous,
                    block()
                        .step(
                            "ASYNC: -EJUKEBOX: finish",
                            finished(TRY_AGAIN),
                            SessionReference.put(c, s))
                        .ret()))
        .only(
            c.variant().is(Mutant.REPLACE_RECONNECTING),
            block().branch(state.is(RECONNECTING), replace(s)))
        .only(!loadsOnce(), again("session->s_state == CEPH_MDS_SESSION_REJECTED", s))
        .branch(state.is(REJECTED), rejected(s))
        .only(
            !loadsOnce(),
            again("session->s_state == CEPH_MDS_SESSION_NEW", s)
                .branch(state.isNot(NEW), again("session->s_state == CEPH_MDS_SESSION_CLOSING", s)))
        .branch(state.isOneOf(NEW, CLOSING), block().call(OpenSession.of(c, s, failed)))
        .branch(
            failed,
            finish("__open_session() failed: finish", !c.variant().is(Mutant.LEAK_ON_OPEN_FAILURE)))
        .step(
            "list_add(&req->r_wait, &session->s_waiting)",
            c.variant().is(Mutant.WAIT_WITHOUT_SESSION) ? putSession() : all(),
            RequestReference.waitOn(c, r, s.waiting()),
            SessionReference.put(c, s))
        .end();
  }

  /** OPEN or HUNG: to send the request is all that is left. */
  private Block isUsable(Session s) {
    if (loadsOnce())
      return block()
          .step("session->s_state", assign(state, s.state()), keepRank(), lookAtFlags())
          .branch(state.isOneOf(OPEN, HUNG), send(s));
    return block()
        .step("session->s_state != CEPH_MDS_SESSION_OPEN", assign(state, s.state()), lookAtFlags())
        .branch(state.is(OPEN), send(s))
        // Window: HUNG may have become OPEN, which is neither of the two.
        .step("session->s_state != CEPH_MDS_SESSION_HUNG", assign(state, s.state()), lookAtFlags())
        .branch(state.is(HUNG), send(s));
  }

  private Block again(String label, Session s) {
    return block().step(label, assign(state, s.state()), keepRank());
  }

  private boolean loadsOnce() {
    return c.assumes(Assumption.LOADS_ARE_MERGED) || c.variant().has(Hunk.STATE_READ_ONCE);
  }

  private Effect keepRank() {
    return MdsChoice.isMade(c.scenario())
        ? when(state.isOneOf(NEW, CLOSING), MdsChoice.keep(c, r))
        : all();
  }

  /** The state in which a rank is sent requests. */
  private MdsState least() {
    return c.variant().is(Mutant.SEND_BEFORE_ACTIVE) ? MdsState.REPLAY : MdsState.ACTIVE;
  }

  private Local[] locals() {
    return c.createsAsync()
        ? new Local[] {session, state, failed, asynchronous}
        : new Local[] {session, state, failed};
  }

  private Effect lookAtFlags() {
    if (!c.createsAsync()) return all();
    Expr foreign = c.asyncCreate(r.id()).granter().isNot(session);
    return all(
        assign(asynchronous, isAsynchronous()),
        c.variant().has(Hunk.INO_EPOCH)
            ? when(isAsynchronous().and(foreign), assign(state, RECONNECTING))
            : all());
  }

  /** CEPH_MDS_R_ASYNC. */
  private Expr isAsynchronous() {
    return c.asyncCreate(r.id()).ino().isNotNull();
  }

  private Block notActive(Expr when) {
    if (!c.createsAsync()) return parked(when);
    return block()
        .either(
            parked(when.and(not(isAsynchronous()))),
            block()
                .await(
                    "mds state < ACTIVE, ASYNC: -EJUKEBOX: finish",
                    when.and(isAsynchronous()),
                    RequestReference.touch(r),
                    putSession(),
                    finished(TRY_AGAIN))
                .ret());
  }

  private Block parked(Expr when) {
    return block()
        .await(
            "mds state < ACTIVE: list_add(&req->r_wait, &mdsc->waiting_for_map)",
            when,
            RequestReference.touch(r),
            putSession(),
            RequestReference.waitOn(c, r, c.mdsc().waitingForMap()))
        .ret();
  }

  /** {@code fsc->mount_state} is guarded by nothing, so it is read in a step of its own. */
  private Block unlessUnmounted(Expr undone) {
    if (!FsClient.changesMountState(c.scenario())) return block();
    Expr over = c.fsc().is(MountState.FENCE_IO).or(c.fsc().is(MountState.SHUTDOWN));
    return block()
        .test(
            "fsc->mount_state == CEPH_MOUNT_FENCE_IO || CEPH_MOUNT_SHUTDOWN",
            undone.and(over),
            block().step("-EIO: finish", RequestReference.touch(r), finished(ERROR)).ret())
        .only(parksInRecovery(), block().then(unlessRecovering(undone)));
  }

  private boolean parksInRecovery() {
    return c.scenario().has(Context.CLEAN_RECOVER) && c.variant().has(Hunk.RECOVER_PARKS);
  }

  private Block unlessRecovering(Expr undone) {
    return block()
        .test(
            "fsc->mount_state == CEPH_MOUNT_RECOVER",
            undone.and(c.fsc().is(MountState.RECOVER)),
            block()
                .step(
                    "RECOVER: list_add(&req->r_wait, &mdsc->waiting_for_map)",
                    RequestReference.touch(r),
                    putSession(),
                    RequestReference.waitOn(c, r, c.mdsc().waitingForMap()))
                .ret());
  }

  /** With {@code recover_session=clean} the request waits for the recovery. */
  private Block rejected(Session s) {
    if (!c.scenario().has(Context.CLEAN_RECOVER)) return finish("-EACCES: finish", true);
    boolean fails = c.variant().is(Mutant.H14_REJECT_BEFORE_RECOVERY);
    Effect waits =
        warn(
            "rejected-request-waits",
            "a request fails at a REJECTED session that the client will recover from",
            value(!fails));
    if (fails) return block().step("-EACCES: finish", waits, finished(ERROR), put(s)).ret();
    return block()
        .step(
            "CLEANRECOVER: list_add(&req->r_wait, &mdsc->waiting_for_map)",
            waits,
            RequestReference.waitOn(c, r, c.mdsc().waitingForMap()),
            put(s))
        .ret();
  }

  private Effect put(Session s) {
    return SessionReference.put(c, s);
  }

  /** The session to use. */
  private Expr found() {
    Expr registered = c.mdsc().session(r.rank());
    return c.variant().is(Mutant.REUSE_SESSION)
        ? ifElse(r.session().isNotNull(), r.session(), registered)
        : registered;
  }

  private Effect lookUp(Session s) {
    return c.variant().is(Mutant.REUSE_SESSION)
        ? all(
            assign(session, found()), SessionReference.get(s), when(r.session().isNull(), keep(s)))
        : all(putSession(), assign(session, found()), SessionReference.get(s), keep(s));
  }

  private Block replace(Session s) {
    return block()
        .call(UnregisterSession.of(c, s))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .goTo("again");
  }

  private Effect putSession() {
    return RequestReference.putSession(c, r);
  }

  private Effect keep(Session s) {
    return all(SessionReference.get(s), assign(r.session(), s.id()));
  }

  private Block send(Session s) {
    return block()
        .either(
            block()
                .step(
                    "__send_request(session, req)",
                    sendsOwnIno(s),
                    goesWhereItShould(),
                    isFirstAttempt(),
                    sent(s),
                    MdsChoice.forget(c, r),
                    c.variant().is(Mutant.SEND_WITHOUT_COUNT) ? all() : assign(r.attempted(), true),
                    SessionReference.put(c, s))
                .ret(),
            block()
                .fault(
                    "create_request_message() fails: finish",
                    c.budgets().failures,
                    finished(ERROR),
                    SessionReference.put(c, s))
                .ret());
  }

  private Effect goesWhereItShould() {
    String property = "sent-where-it-should";
    Effect active =
        warn(
            property,
            "the map says that the rank is not yet ACTIVE",
            c.mdsc().mapState(r.rank()).isAtLeast(MdsState.ACTIVE));
    if (!MdsChoice.isMade(c.scenario())) return active;
    return all(
        active,
        warn(
            property,
            "it was forwarded to another rank, which can be had",
            MdsChoice.isChosen(c, r, r.rank())));
  }

  /** What was sent before is sent again by {@code replay_unsafe_requests()} only. */
  private Effect isFirstAttempt() {
    return warn(
        "sent-again-by-replay-only",
        "a request that was sent, and whose session lives, is sent again",
        not(r.attempted()));
  }

  private Effect sent(Session s) {
    if (!c.scenario().has(Context.MDS_RECORD))
      return CephConnection.send(c, s, ToMds.CLIENT_REQUEST, r.id());
    Expr op = ifElse(r.attempted(), ToMds.CLIENT_REQUEST_RETRY, ToMds.CLIENT_REQUEST);
    return all(
        when(
            not(r.attempted()),
            warn(
                "sent-once-per-session",
                "sent again on the same session as if for the first time",
                r.firstSentOn().isNot(s.id())),
            assign(r.firstSentOn(), s.id())),
        CephConnection.send(c, s, op, r.id()));
  }

  /**
   * {@code complete_request()}, {@code __unregister_request()} and the put of the looked-up
   * session.
   */
  private Block finish(String label, boolean putsSession) {
    Effect put = putsSession ? SessionReference.put(c, c.session(session)) : all();
    return block().step(label, finished(ERROR), put).ret();
  }

  private Effect finished(Outcome outcome) {
    return all(
        assign(r.outcome(), outcome), asyncCallback(outcome), RequestReference.unregister(c, r));
  }

  /** {@code ceph_async_create_cb()}: nothing for -EJUKEBOX, which it leaves to the submitter. */
  private Effect asyncCallback(Outcome outcome) {
    if (!c.createsAsync()) return all();
    if (outcome == TRY_AGAIN && !c.variant().has(Hunk.SETTLE_FAILED_CREATE)) return all();
    Ref stage = c.asyncCreate(r.id()).stage();
    return when(stage.is(CreateStage.PENDING), assign(stage, CreateStage.SETTLED));
  }

  private Effect sendsOwnIno(Session s) {
    if (!c.createsAsync()) return all();
    AsyncCreate create = c.asyncCreate(r.id());
    return warn(
        "ino-sent-in-its-epoch",
        "the ino was granted by another session object, or in an earlier epoch",
        create.ino().isNull().or(create.granter().is(s.id())));
  }
}
