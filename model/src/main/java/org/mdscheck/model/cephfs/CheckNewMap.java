package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.DNE;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code check_new_map()}, its first loop (the others: {@link ExportTargets}), for the rank that
 * the new map changes: for the others it does nothing. Caller holds M, which is dropped and taken
 * again inside; the session is used across the drops without a reference, unless repaired.
 */
final class CheckNewMap {
  private static final String SPARES = "new-map-spares-sessions";

  private final CephModel c;
  private final Expr rank;
  private final Expr oldState;
  private final Expr newState;
  private final Expr moved;
  private final Expr found;
  private final Ref reconnected;
  private final Session s;
  private final Ref mutex;
  private final boolean holds;

  private CheckNewMap(
      CephModel c,
      Expr found,
      Expr rank,
      Expr oldState,
      Expr newState,
      Expr moved,
      Ref reconnected) {
    this.c = c;
    this.reconnected = reconnected;
    this.rank = rank;
    this.oldState = oldState;
    this.newState = newState;
    this.moved = moved;
    this.found = found;
    s = c.session(found);
    mutex = c.mdsc().mutex();
    holds = c.variant().has(Hunk.NEW_MAP_REFERENCE);
  }

  /**
   * @param found {@code s}, the session of the rank or null, a local of the caller
   * @param oldState state of the rank in the old map, a local of the caller
   * @param newState state of the rank in the new map, a local of the caller
   * @param moved whether the rank's address differs, a local of the caller
   * @param reconnected a boolean local of the caller, set when the rank need not be reconnected as
   *     an export target any more; null without export targets
   */
  static Program of(
      CephModel c,
      Expr found,
      Expr rank,
      Expr oldState,
      Expr newState,
      Expr moved,
      Ref reconnected) {
    return new CheckNewMap(c, found, rank, oldState, newState, moved, reconnected).build();
  }

  private Program build() {
    return program("check_new_map")
        .branch(found.isNull(), block().ret())
        .only(holds, block().step("s = ceph_get_mds_session(s)", SessionReference.get(s)))
        .only(c.ranksLeave(), block().branch(newState.is(DNE), gone().goTo("next")))
        .branch(
            c.variant().is(Mutant.NEW_MAP_RESTARTS_ALL) ? value(true) : moved,
            restart(),
            block().branch(oldState.is(newState), block().goTo("next")))
        .then(reconnect())
        .branch(oldState.isLess(ACTIVE).and(newState.isAtLeast(ACTIVE)), recovered())
        .mark("next")
        .only(holds, block().step("ceph_put_mds_session(s)", SessionReference.put(c, s)))
        .end();
  }

  /** The rank is gone. */
  private Block gone() {
    return c.variant().has(Hunk.FORCE_CLOSE_UNDER_BOTH) ? drop() : forceClose();
  }

  private Block drop() {
    return underSessionMutex(isGone(), block().call(DropSession.of(c, s)));
  }

  private Effect isGone() {
    return warn(SPARES, "the rank has not left the map", newState.is(DNE));
  }

  /**
   * It may have been rejected, or closed at an umount, before {@code s_mutex} was there. With an
   * open connection it is RESTARTING because {@code mds_peer_reset()} has asked, and waits for an
   * answer.
   */
  private Block dropIfRestarting() {
    Expr closed = c.connection(s.id()).state().is(ConnectionState.CLOSED);
    return underSessionMutex(
        all(),
        block()
            .test(
                "still s->s_state == CEPH_MDS_SESSION_RESTARTING, s->s_con is closed",
                s.state().is(RESTARTING).and(closed),
                block().call(DropSession.of(c, s))));
  }

  private Block underSessionMutex(Effect check, Block body) {
    return block()
        .step("mutex_unlock(&mdsc->mutex)", check, release(mutex))
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .then(body)
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex));
  }

  private Block forceClose() {
    return block()
        .step("ceph_get_mds_session(s)", isGone(), SessionReference.get(s))
        .call(UnregisterSession.of(c, s))
        .call(WakeRequests.of(c, s.waiting()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .call(CleanupSessionRequests.of(c, s))
        .call(RemoveSessionCaps.of(c, s))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(KickRequests.of(c, rank));
  }

  /**
   * Another instance: close the connection to the old one. Neither registration nor {@code s_state}
   * is looked at again.
   */
  private Block restart() {
    boolean early = c.variant().has(Hunk.RESTARTING_UNDER_S_MUTEX);
    Block restarting =
        block().step("s->s_state = CEPH_MDS_SESSION_RESTARTING", assign(s.state(), RESTARTING));
    return block()
        .step(
            "mutex_unlock(&mdsc->mutex)",
            warn(SPARES, "the address of the rank has not changed", moved),
            release(mutex))
        // Window: the session may be unregistered and freed.
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .only(c.variant().has(Hunk.NEW_MAP_RECHECK), recheck())
        .only(c.variant().has(Hunk.NEW_MAP_KEEPS_NEW), unlessNew())
        .call(CephConnection.close(c, s, isOld()))
        .then(CephConnection.countClose(c, s))
        .only(early, restarting)
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .only(!early, restarting)
        .mark("restarted");
  }

  /** {@code mds_peer_reset()} may have reconnected it since, for it reads the new map too. */
  private Block unlessNew() {
    return block()
        .test(
            "s->s_con goes to the new address",
            goesToNewAddress(),
            block()
                .step("reconnected: mutex_unlock(&s->s_mutex)", release(s.mutex()))
                .goTo("restarted"));
  }

  private Expr goesToNewAddress() {
    Connection con = c.connection(s.id());
    return con.state()
        .isNot(ConnectionState.CLOSED)
        .and(con.instance().is(c.mdsc().mapInstance(rank)));
  }

  private Effect isOld() {
    return warn(
        "new-map-keeps-new-connection",
        "a connection to the new address is closed",
        not(goesToNewAddress()));
  }

  private Block recheck() {
    return block()
        .test(
            "mdsc->sessions[i] != s",
            not(c.isRegistered(s)),
            block()
                .step("not registered: mutex_unlock(&s->s_mutex)", release(s.mutex()))
                .goTo("next"));
  }

  private Block reconnect() {
    if (!c.variant().has(Hunk.NEW_MAP_PAST_WINDOW))
      return block()
          .branch(
              c.variant().is(Mutant.NEW_MAP_IN_WINDOW_ONLY)
                  ? newState.is(RECONNECT)
                  : newState.isAtLeast(RECONNECT),
              sendReconnect());
    return block()
        .branch(newState.is(RECONNECT), sendReconnect())
        .branch(
            newState.isMore(RECONNECT),
            block()
                .test(
                    "s->s_state == CEPH_MDS_SESSION_RESTARTING",
                    s.state().is(RESTARTING),
                    dropIfRestarting()));
  }

  private Block sendReconnect() {
    SessionState reconnected =
        c.variant().is(Mutant.NEW_MAP_FORGETS_RESTARTING) ? RECONNECTING : RESTARTING;
    return block()
        .test(
            "s->s_state == CEPH_MDS_SESSION_RESTARTING",
            s.state().is(reconnected),
            block()
                .step("mutex_unlock(&mdsc->mutex)", isNotInUse(), release(mutex), clearTarget())
                .call(SendMdsReconnect.of(c, s, newState))
                .step("mutex_lock(&mdsc->mutex)", acquire(mutex)));
  }

  /** Of a session that was freed meanwhile nothing is asked: the kernel does not look here. */
  private Effect isNotInUse() {
    Expr connected = c.connection(s.id()).state().isNot(ConnectionState.CLOSED);
    return when(
        s.references().isMore(0),
        warn(
            SPARES,
            "the session is in use on a connection that nobody has lost",
            not(s.state().isOneOf(OPEN, HUNG).and(connected))));
  }

  /** {@code clear_bit(i, targets)}. */
  private Effect clearTarget() {
    return reconnected == null
        ? all()
        : when(rank.is(c.ids().importer()), assign(reconnected, true));
  }

  private Block recovered() {
    boolean swapped = c.variant().is(Mutant.H2_MUTEX_ORDER_IN_NEW_MAP);
    boolean keeps = c.variant().has(Hunk.WAKE_CAPS_UNDER_S_MUTEX);
    boolean isLocked = !c.variant().is(Mutant.KICK_FLUSHES_WITHOUT_S_MUTEX);
    Block unlock =
        isLocked ? block().step("mutex_unlock(&s->s_mutex)", release(s.mutex())) : block();
    Effect kickFlushes =
        warn(
            "flushes-under-session-mutex",
            "ceph_kick_flushing_caps(): lockdep_assert_held(&session->s_mutex)",
            holding(Session.MUTEX));
    return block()
        .call(KickRequests.of(c, rank))
        .only(!swapped, block().step("mutex_unlock(&mdsc->mutex)", release(mutex)))
        .only(isLocked, block().step("mutex_lock(&s->s_mutex)", acquire(s.mutex())))
        .only(!swapped, block().step("mutex_lock(&mdsc->mutex)", acquire(mutex), kickFlushes))
        .only(!keeps, unlock)
        .then(
            c.scenario().has(Context.CAPS)
                ? block()
                    .call(
                        program("wake_up_session_caps")
                            .call(c.caps().look(s, "wake_up_session_cb(inode, mds, arg)"))
                            .end())
                : block())
        .step(
            "wake_up_session_caps(s, RECONNECT)",
            check(
                "use-after-free",
                "the caps of a freed session are walked",
                s.references().isMore(0)))
        .only(keeps, unlock);
  }
}
