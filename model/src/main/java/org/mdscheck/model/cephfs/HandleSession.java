package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code handle_session()}, an arm for each message. Runs in the connection's worker, no lock held
 * on entry.
 *
 * <p>Every arm takes M first, for {@code s_ttl} at least, then {@code s_mutex}. Left out: decoding
 * (private data), {@code s_ttl} and the renewal times (time passes at will), {@code s_features},
 * FLUSHMSG and FORCE_RO.
 */
final class HandleSession {
  private HandleSession() {}

  /**
   * @param message the OPEN
   */
  static Program open(CephModel c, Session s, Local message) {
    boolean isLocked = !c.variant().is(Mutant.WAKE_WITHOUT_MUTEX);
    Block wake =
        block()
            .only(isLocked, block().step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex())))
            .call(WakeRequests.of(c, s.waiting()))
            .only(isLocked, block().step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex())));
    Block becomeOpen =
        block()
            .step("session->s_state = CEPH_MDS_SESSION_OPEN", assign(s.state(), OPEN))
            .then(renewed(c));
    Local ignored = local("rc", Type.range(0, 1));
    boolean awaited = c.variant().has(Hunk.OPEN_WHEN_AWAITED);
    boolean closesAfterReset = c.variant().has(Hunk.CLOSE_AFTER_RESET);
    return program("handle_session[OPEN]", ignored)
        .only(c.variant().is(Mutant.AUTHS_WITHOUT_MUTEX), replaceAuths(c))
        .then(decodeAndLock(c, s))
        .only(
            awaited,
            block()
                .test(
                    "session->s_state == OPENING || RECONNECTING",
                    s.state().isOneOf(OPENING, RECONNECTING),
                    becomeOpen))
        .only(closesAfterReset, takeSeq(c, s, message))
        .only(c.variant().has(Hunk.RESET_ASKS), dropReset(c, s))
        .then(reconnectDone(c, s))
        .only(
            !awaited && !c.variant().is(Mutant.OPEN_KEEPS_STATE),
            block()
                .test(
                    "session->s_state == CEPH_MDS_SESSION_OPEN",
                    s.state().is(OPEN),
                    block(),
                    becomeOpen))
        .only(!closesAfterReset, takeSeq(c, s, message))
        .only(
            c.scenario().has(Context.UMOUNT),
            block()
                .test(
                    "mdsc->stopping",
                    c.mdsc().stopping(),
                    block().call(CloseSession.of(c, s, ignored))))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .only(!c.variant().is(Mutant.NO_WAKE_ON_OPEN), wake)
        .end();
  }

  /**
   * Decoding comes before the first lock; as it touches nothing shared it may as well fail under
   * it.
   */
  private static Block decodeAndLock(CephModel c, Session s) {
    boolean drops = c.variant().has(Hunk.LOST_OPEN_DROPS);
    Block section = c.variant().is(Mutant.AUTHS_WITHOUT_MUTEX) ? block() : replaceAuths(c);
    if (!c.scenario().has(Context.LOST_OPEN)) return prologue(c, s, section);
    Ref mutex = c.mdsc().mutex();
    Ref failures = c.budgets().failures;
    String failure = "no memory for cap_auths: return";
    if (!drops && !c.variant().has(Hunk.HANDLE_UNDER_BOTH))
      return block()
          .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
          .either(
              block().fault(failure, failures, release(mutex)).ret(),
              block().then(section).step("mutex_unlock(&mdsc->mutex)", release(mutex)))
          .then(lockSession(s));
    Block drop =
        block()
            .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
            .call(DropSession.of(c, s))
            .step("mutex_unlock(&session->s_mutex)", release(s.mutex()));
    return block()
        .either(block().fault(failure, failures).only(drops, drop).ret(), prologue(c, s, section));
  }

  /** An MDS that has the session open already says how many messages it has sent. */
  private static Block takeSeq(CephModel c, Session s, Local message) {
    if (!c.countsPushes() || c.variant().is(Mutant.OPEN_KEEPS_SEQ)) return block();
    Ref number = c.pushSequence().client(s.id());
    Ref seq = message.field("seq");
    if (c.variant().has(Hunk.CLOSE_AFTER_RESET))
      return block()
          .test(
              "session->s_seq != seq",
              number.isNot(seq),
              block()
                  .step("session->s_seq = seq", assign(number, seq))
                  .test(
                      "session->s_state == CEPH_MDS_SESSION_CLOSING",
                      s.state().is(CLOSING),
                      sendClose(c, s, block())));
    return block()
        .branch(
            seq.isMore(0),
            block()
                .step(
                    "if (!session->s_seq) session->s_seq = seq",
                    when(number.is(0), assign(number, seq), assign(s.seq(), true))));
  }

  /** What the MDS says of the client's permissions, in place of what was said before. */
  private static Block replaceAuths(CephModel c) {
    if (!c.scenario().has(Context.ACCESS_CHECKS)) return block();
    Block replace = c.capAuths().replace();
    if (c.variant().is(Mutant.AUTHS_WITHOUT_MUTEX)) return replace;
    return block().then(c.mapMutex().lock()).then(replace).then(c.mapMutex().unlock());
  }

  static Program close(CephModel c, Session s, Expr op) {
    boolean drops = c.variant().has(Hunk.HANDLE_UNDER_BOTH) && c.variant().has(Hunk.CAPS_FIRST);
    Block unregister =
        block()
            .step(
                "ceph_get_mds_session(session)",
                warn(
                    "doomed-reconnect-closes-other",
                    "the CLOSE answers a CLIENT_RECONNECT of another session object",
                    op.isNot(ToClient.CLOSE_FOR_ANOTHER)),
                isAskedFor(c, op),
                c.variant().is(Mutant.CLOSE_WITHOUT_REFERENCE) ? all() : SessionReference.get(s))
            .only(!drops, block().call(UnregisterSession.of(c, s)));
    return program("handle_session[CLOSE]")
        // Window, unless repaired: gone from mdsc->sessions[], s_state not yet CLOSED.
        .then(lock(c, s, unregister))
        .only(
            drops,
            block()
                .call(DropSession.of(c, s))
                .step("mutex_unlock(&session->s_mutex)", release(s.mutex())))
        .then(reconnectDone(c, s))
        .only(
            !drops && !c.variant().is(Mutant.CLOSE_KEEPS_STATE),
            block().step("session->s_state = CEPH_MDS_SESSION_CLOSED", assign(s.state(), CLOSED)))
        .only(!drops, forget(c, s).then(unlockAndWake(c, s)))
        .only(
            c.variant().is(Mutant.REOPEN_CLOSED),
            block()
                .step(
                    "session->s_state = CEPH_MDS_SESSION_RESTARTING",
                    assign(s.state(), RESTARTING)))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .end();
  }

  private static Effect isAskedFor(CephModel c, Expr op) {
    if (!c.scenario().has(Context.PARKED)) return all();
    return warn(
        "asked-close-closes-other",
        "the CLOSE answers a REQUEST_CLOSE of another session object",
        op.isNot(ToClient.CLOSE_ASKED_BY_ANOTHER));
  }

  static Program renewCaps(CephModel c, Session s) {
    return program("handle_session[RENEWCAPS]")
        .then(prologue(c, s))
        .then(renewed(c))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .end();
  }

  static Program stale(CephModel c, Session s) {
    return program("handle_session[STALE]")
        .then(prologue(c, s))
        .step(
            "atomic_inc(&session->s_cap_gen)",
            when(s.caps().isMore(0), assign(s.capsOutdated(), true)),
            Directory.invalidate(c, s))
        .call(SendRenewCaps.of(c, s))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .end();
  }

  /** The session stays registered and its connection open. */
  static Program reject(CephModel c, Session s) {
    Expr expected =
        c.variant().is(Mutant.REJECT_WARNS_IN_OPENING)
            ? s.state().is(RECONNECTING)
            : c.variant().has(Hunk.RESET_ASKS)
                ? s.state().isOneOf(OPENING, RECONNECTING, RESTARTING, CLOSING)
                : c.variant().has(Hunk.REJECT_WARN)
                    ? s.state().isOneOf(OPENING, RECONNECTING)
                    : s.state().is(OPENING);
    return program("handle_session[REJECT]")
        .then(prologue(c, s))
        .step(
            "WARN_ON(session->s_state != ...)",
            warn("warn-on", "REJECT in an unexpected s_state", expected))
        .then(reconnectDone(c, s))
        .step("session->s_state = CEPH_MDS_SESSION_REJECTED", assign(s.state(), REJECTED))
        .then(forget(c, s))
        .then(blocklisted(c))
        .then(unlockAndWake(c, s))
        .end();
  }

  /** The MDS wants capabilities back. */
  static Program recallState(CephModel c, Session s) {
    boolean isLocked = !c.variant().is(Mutant.RECALL_WITHOUT_S_MUTEX);
    return program("handle_session[RECALL]")
        .only(isLocked, prologue(c, s))
        .call(c.caps().trim(s))
        .only(isLocked, block().step("mutex_unlock(&session->s_mutex)", release(s.mutex())))
        .end();
  }

  /** {@code renewed_caps()} reads the session timeout in the map, without M. */
  private static Block renewed(CephModel c) {
    return c.scenario().has(Context.MAP_MEMORY)
        ? ReadMap.of(c, "renewed_caps", "mdsc->mdsmap->m_session_timeout", all())
        : block();
  }

  private static Block prologue(CephModel c, Session s) {
    return prologue(c, s, block());
  }

  private static Block prologue(CephModel c, Session s, Block section) {
    boolean both = c.variant().has(Hunk.HANDLE_UNDER_BOTH);
    return lock(c, s, section).only(!both, dropLate(c, s));
  }

  /** The message came on a connection that the session code has closed since. */
  private static Block dropLate(CephModel c, Session s) {
    if (!c.variant().has(Hunk.DROP_LATE)) return block();
    return block()
        .test("session->s_msg_gen != session->s_con_gen", s.lateMessage(), unlockAndReturn(s));
  }

  /** The MDS has not restarted since the reset, so nothing can be reconnected. */
  private static Block dropReset(CephModel c, Session s) {
    return block()
        .test(
            "session->s_state == CEPH_MDS_SESSION_RESTARTING",
            s.state().is(RESTARTING),
            c.variant().has(Hunk.CLOSE_AFTER_RESET)
                ? closeThere(c, s).then(unlockAndReturn(s))
                : block().call(DropSession.of(c, s)).then(unlockAndReturn(s)));
  }

  /**
   * The MDS may have the session of before, with what it has issued: it is told to close it and its
   * CLOSE ends it here. Requests wait meanwhile, as in no other state that allows a close. What was
   * on its way when the connection was reset is lost, so {@code s_seq} is taken from the OPEN
   * first.
   */
  private static Block closeThere(CephModel c, Session s) {
    return sendClose(c, s, block().call(DropSession.of(c, s)));
  }

  private static Block sendClose(CephModel c, Session s, Block otherwise) {
    Block send =
        block()
            .step("ceph_con_send(REQUEST_CLOSE)", CephConnection.send(c, s, ToMds.REQUEST_CLOSE));
    Block fail = block().fault("create_session_msg() fails", c.budgets().failures).then(otherwise);
    return c.variant().has(Hunk.RESET_NEVER_FAILS) ? send : block().either(fail, send);
  }

  private static Block unlockAndReturn(Session s) {
    return block().step("return: mutex_unlock(&session->s_mutex)", release(s.mutex())).ret();
  }

  /**
   * Takes {@code s_mutex}, after a section under M.
   *
   * @param section what an arm does there
   */
  private static Block lock(CephModel c, Session s, Block section) {
    Ref mutex = c.mdsc().mutex();
    if (!c.variant().has(Hunk.HANDLE_UNDER_BOTH))
      return block()
          .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
          .then(section)
          .step("mutex_unlock(&mdsc->mutex)", release(mutex))
          .then(lockSession(s));
    return block()
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .then(dropLate(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .test(
            "mdsc->sessions[session->s_mds] != session",
            not(c.isRegistered(s)),
            block()
                .step("not registered: mutex_unlock(&mdsc->mutex)", release(mutex))
                .then(unlockAndReturn(s)))
        .then(section)
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .then(testHung(s));
  }

  private static Block lockSession(Session s) {
    return block().step("mutex_lock(&session->s_mutex)", acquire(s.mutex())).then(testHung(s));
  }

  private static Block testHung(Session s) {
    return block()
        .test(
            "session->s_state == CEPH_MDS_SESSION_HUNG",
            s.state().is(HUNG),
            block()
                .step(
                    "session->s_state = CEPH_MDS_SESSION_OPEN (was HUNG)",
                    assign(s.state(), OPEN)));
  }

  /** In the first form a reset waits for the answer to each reconnect that it has sent. */
  private static Block reconnectDone(CephModel c, Session s) {
    if (!c.resetReconnects()) return block();
    return block()
        .test(
            "session->s_state == CEPH_MDS_SESSION_RECONNECTING",
            s.state().is(RECONNECTING),
            block()
                .step(
                    "ceph_mdsc_reconnect_session_done(mdsc, session)",
                    c.clientReset().sessionDone(s)));
  }

  /** The rejection of a client that will recover says that it is blocklisted. */
  private static Block blocklisted(CephModel c) {
    if (!c.scenario().has(Context.CLEAN_RECOVER)) return block();
    return block().step("fsc->blocklisted = true", assign(c.fsc().blocklisted(), true));
  }

  /** What CLOSE and REJECT do after writing {@code s_state}. */
  private static Block forget(CephModel c, Session s) {
    return block().call(CleanupSessionRequests.of(c, s)).call(RemoveSessionCaps.of(c, s));
  }

  /** {@code wake} is 2. */
  private static Block unlockAndWake(CephModel c, Session s) {
    return block()
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .call(WakeRequests.of(c, s.waiting()))
        .call(KickRequests.of(c, s.rank()))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()));
  }
}
