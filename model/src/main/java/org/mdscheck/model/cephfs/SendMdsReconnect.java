package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.Hunk.BAIL_TERMINAL;
import static org.mdscheck.model.cephfs.Hunk.BAIL_UNREGISTERED;
import static org.mdscheck.model.cephfs.Hunk.CLEAR_CAP_RECONNECT;
import static org.mdscheck.model.cephfs.Hunk.CLOSE_ON_FAILURE;
import static org.mdscheck.model.cephfs.Hunk.RECONNECT_SKIPS_NEW;
import static org.mdscheck.model.cephfs.Hunk.RESTORE_STATE;
import static org.mdscheck.model.cephfs.Hunk.ROLL_BACK;
import static org.mdscheck.model.cephfs.Hunk.XA_DESTROY_UNDER_S_MUTEX;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.NEW;
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
 * {@code send_mds_reconnect()}, no lock held on entry.
 *
 * <p>Left out: the return value, which callers only log; shrinking the dcache, which can only drop
 * capabilities; the early kick of flushing inodes; the snap realms; a reconnect in several
 * messages.
 */
final class SendMdsReconnect {
  private final CephModel c;
  private final Session s;
  private final Expr decidedOn;
  private final Local state = local("s_state", Type.enumOf(SessionState.class));
  private final Local oldState = local("old_state", Type.enumOf(SessionState.class));
  private final Local entryAhead = local("entry s_cap_gen.ahead", Type.bool());
  private final Local entrySeq = local("entry s_seq", Type.bool());

  private final Ref result; // null where nobody asks

  private SendMdsReconnect(CephModel c, Session s, Expr decidedOn, Ref result) {
    this.result = result;
    this.c = c;
    this.s = s;
    this.decidedOn = decidedOn;
  }

  /**
   * @param decidedOn the state of the rank that the caller read in the map before it decided to
   *     reconnect
   */
  static Program of(CephModel c, Session s, Expr decidedOn) {
    return of(c, s, decidedOn, null);
  }

  /**
   * As above.
   *
   * @param result receives {@link #SKIPPED} or {@link #FAILED}; unchanged if it was sent
   */
  static Program of(CephModel c, Session s, Expr decidedOn, Ref result) {
    return new SendMdsReconnect(c, s, decidedOn, result).build();
  }

  /** The property that {@code ceph_con_send()} does not drop the CLIENT_RECONNECT. */
  static final String ARRIVES = "reconnect-is-not-dropped";

  /** -ESTALE or -ENOENT. */
  static final int SKIPPED = 1;

  /** -ENOMEM or -ENOSPC. */
  static final int FAILED = 2;

  private Effect returns(int what) {
    return result == null ? all() : assign(result, what);
  }

  private Program build() {
    boolean late = c.variant().has(XA_DESTROY_UNDER_S_MUTEX);
    Ref mutex = c.mdsc().mutex();
    Ref failures = c.budgets().failures;
    return program("send_mds_reconnect", state, oldState, entryAhead, entrySeq)
        .either(
            block().fault("ceph_pagelist_alloc() fails", failures, returns(FAILED)).then(unbuilt()),
            block().fault("ceph_msg_new2() fails", failures, returns(FAILED)).then(unbuilt()),
            late ? block().await("allocated", value(true)) : block().step(DESTROY, touch()))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .only(late, block().step(DESTROY, touch()))
        .only(c.variant().has(BAIL_TERMINAL), bailTerminal())
        .only(c.variant().has(BAIL_UNREGISTERED), bailUnregistered())
        .only(
            c.variant().has(RESTORE_STATE),
            block().step("old_state = session->s_state", assign(oldState, s.state()), reset(state)))
        .step("session->s_state = CEPH_MDS_SESSION_RECONNECTING", assign(s.state(), RECONNECTING))
        .step(
            "session->s_seq = 0; s_cap_gen++; s_cap_reconnect = 1",
            assign(entryAhead, s.capsOutdated()),
            assign(entrySeq, s.seq()),
            assign(s.seq(), false),
            c.countsPushes() ? reset(c.pushSequence().client(s.id())) : all(),
            when(s.caps().isMore(0), assign(s.capsOutdated(), true)),
            assign(s.capReconnect(), true),
            Directory.invalidate(c, s))
        .only(
            !c.variant().is(Mutant.REOPEN_WITHOUT_CLOSE), block().call(CephConnection.close(c, s)))
        .then(CephConnection.countClose(c, s))
        // Window: closed, not yet open again.
        .only(!c.variant().is(Mutant.RECONNECT_KEEPS_CLOSED), open())
        .call(ReplayUnsafeRequests.of(c, s))
        .either(
            block()
                .fault("ceph_pagelist_encode_32() fails", failures, clearUnlessForgotten())
                .goTo("fail"),
            block()
                .then(
                    c.scenario().has(Context.CAPS)
                        ? block().call(c.caps().look(s, "reconnect_caps_cb(inode, mds, arg)"))
                        : block())
                .step(
                    "ceph_iterate_session_caps(reconnect_caps_cb); s_cap_reconnect = 0",
                    assign(s.capReconnect(), false),
                    reset(s.capsOutdated())))
        .either(
            block().fault("encoding fails: -ENOMEM", failures).goTo("fail"),
            block().fault("encoding fails: -ENOSPC", failures).goTo("fail"),
            block()
                .step(
                    "ceph_con_send(CLIENT_RECONNECT)",
                    warn(
                        "reconnect-not-too-early",
                        "sent when the map says that the MDS is not yet in RECONNECT",
                        decidedOn.isAtLeast(RECONNECT)),
                    warn(
                        "reconnect-not-too-late",
                        "sent when the map says that the MDS is past RECONNECT",
                        decidedOn.isAtMost(RECONNECT)),
                    arrives(),
                    CephConnection.send(c, s, ToMds.CLIENT_RECONNECT),
                    rememberDecision(),
                    reset(oldState),
                    reset(entryAhead),
                    reset(entrySeq)))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(WakeRequests.of(c, s.waiting()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .ret()
        .mark("fail")
        .only(c.variant().has(CLOSE_ON_FAILURE), block().call(DropSession.of(c, s)))
        .only(
            c.variant().has(RESTORE_STATE) && !c.variant().has(CLOSE_ON_FAILURE),
            block()
                .step("session->s_state = old_state", assign(s.state(), oldState), reset(oldState)))
        .only(
            c.variant().has(ROLL_BACK),
            block()
                .step(
                    "session->s_seq, s_cap_gen = as before",
                    assign(s.seq(), entrySeq),
                    assign(s.capsOutdated(), entryAhead)))
        .step(
            "mutex_unlock(&session->s_mutex)",
            consistent(),
            returns(FAILED),
            c.variant().is(Mutant.KEEP_S_MUTEX_ON_ERROR) ? all() : release(s.mutex()))
        .end();
  }

  /** The address is read without M. */
  private Block open() {
    String label = "ceph_con_open(&session->s_con)";
    if (!c.scenario().has(Context.MAP_MEMORY))
      return block().step(label, CephConnection.open(c, s));
    Local hasAddress = local("addr", Type.bool());
    Local instance = local("addr instance", c.ids().instances());
    return block()
        .call(
            program("send_mds_reconnect", hasAddress, instance)
                .then(
                    ReadMap.of(
                        c,
                        "send_mds_reconnect",
                        label,
                        all(
                            assign(hasAddress, c.mdsc().mapState(s.rank()).isNot(MdsState.DNE)),
                            assign(instance, c.mdsc().mapInstance(s.rank()))),
                        CephConnection.open(c, s, hasAddress, instance)))
                .end());
  }

  /** Without the memory to begin with. */
  private Block unbuilt() {
    if (!c.variant().has(CLOSE_ON_FAILURE)) return block().ret();
    return block()
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(DropSession.of(c, s))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .ret();
  }

  private static final String DESTROY = "xa_destroy(&session->s_delegated_inos)";

  /**
   * Which numbers are in the set is known where creates are asynchronous; that it is touched,
   * always.
   */
  private Effect touch() {
    return all(
        check(
            "use-after-free",
            "the inos of a freed session are destroyed",
            s.references().isMore(0)),
        DelegatedInos.destroy(c, s));
  }

  private Block bailTerminal() {
    boolean skipsNew = c.variant().has(RECONNECT_SKIPS_NEW);
    return block()
        .step("session->s_state == CLOSED || REJECTED", assign(state, s.state()))
        .branch(
            skipsNew ? state.isOneOf(NEW, CLOSED, REJECTED) : state.isOneOf(CLOSED, REJECTED),
            block()
                .step(
                    "-ESTALE: mutex_unlock(&session->s_mutex)",
                    returns(SKIPPED),
                    release(s.mutex()))
                .ret());
  }

  private Block bailUnregistered() {
    Ref mutex = c.mdsc().mutex();
    return block()
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .either(
            block()
                .await("registered: mutex_unlock(&mdsc->mutex)", c.isRegistered(s), release(mutex)),
            block()
                .await(
                    "not registered: mutex_unlock(&mdsc->mutex)",
                    not(c.isRegistered(s)),
                    release(mutex))
                .step(
                    "-ENOENT: mutex_unlock(&session->s_mutex)",
                    returns(SKIPPED),
                    release(s.mutex()))
                .ret());
    // Window: it may be unregistered from here on.
  }

  /** {@code ceph_con_send()} says nothing when it drops a message. */
  private Effect arrives() {
    return warn(
        ARRIVES,
        "a CLIENT_RECONNECT is sent on a closed connection",
        c.connection(s.id()).state().isNot(ConnectionState.CLOSED).or(not(c.isRegistered(s))));
  }

  private Effect rememberDecision() {
    if (!c.scenario().has(Context.RECONNECT_WINDOW)) return all();
    Connection con = c.connection(s.id());
    return whenElse(
        con.state().isNot(ConnectionState.CLOSED).and(decidedOn.isMore(RECONNECT)),
        assign(con.sentTooLate(), true),
        assign(con.sentTooLate(), false));
  }

  private Effect clearUnlessForgotten() {
    boolean clears =
        c.variant().has(CLEAR_CAP_RECONNECT) && !c.variant().is(Mutant.H18_KEEP_CAP_RECONNECT);
    return clears ? assign(s.capReconnect(), false) : all();
  }

  /** After a failed build every field is as before, or the session is closed. */
  private Effect consistent() {
    Expr closed = s.state().is(CLOSED);
    return all(
        warn(
            "reconnect-build-consistent",
            "s_cap_reconnect is set after a failed build",
            closed.or(not(s.capReconnect()))),
        warn(
            "reconnect-build-consistent",
            "s_seq is lost after a failed build",
            closed.or(s.seq().is(entrySeq))),
        warn(
            "reconnect-build-consistent",
            "s_cap_gen is ahead of the caps after a failed build",
            closed.or(s.capsOutdated().is(entryAhead))));
  }
}
