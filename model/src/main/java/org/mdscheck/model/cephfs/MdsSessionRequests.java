package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.CLIENTREPLAY;
import static org.mdscheck.model.cephfs.ServerSessionState.CLOSING;
import static org.mdscheck.model.cephfs.ServerSessionState.IMPORTING;
import static org.mdscheck.model.cephfs.ServerSessionState.KILLING;
import static org.mdscheck.model.cephfs.ServerSessionState.NONE;
import static org.mdscheck.model.cephfs.ServerSessionState.OPEN;
import static org.mdscheck.model.cephfs.ServerSessionState.OPENING;
import static org.mdscheck.model.cephfs.ServerSessionState.STALE;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * What an MDS does with REQUEST_OPEN and REQUEST_CLOSE.
 *
 * <p>Source: src/mds/Server.cc, {@code handle_client_session()}. An open is not looked at before
 * CLIENTREPLAY, a close not before ACTIVE. With {@link Context#PARKED} the MDS keeps it apart until
 * then and goes on with what comes behind it; the client may have closed the connection meanwhile,
 * and the answer goes to the one that the session has by then. Elsewhere it stays at the head of
 * its connection's queue. Without {@link Assumption#OPEN_OVER_CLOSE_AT_ONCE} an open that meets a
 * session being closed is kept apart until the close is journaled, in every scenario. Left out:
 * with the numbers of capability messages, that of a parked close, which is taken to have missed
 * nothing.
 */
final class MdsSessionRequests {
  private final CephModel c;
  private final Expr rank;
  private final MdsRank mds;
  private final Connection con;
  private final MdsRecord record;
  private final List<Block> ways;
  private final boolean parks;

  private MdsSessionRequests(CephModel c, Expr rank, List<Block> ways) {
    this.c = c;
    this.rank = rank;
    this.ways = ways;
    mds = c.mds(rank);
    con = c.connection(mds.connection());
    record = new MdsRecord(c, mds);
    parks = c.scenario().has(Context.PARKED);
  }

  static void of(CephModel c, Expr rank, List<Block> ways) {
    MdsSessionRequests server = new MdsSessionRequests(c, rank, ways);
    server.open();
    server.close();
  }

  /**
   * Whether something parked need not wait any more. It is handled when the MDS adopts the state,
   * before whatever comes afterwards, an open before a close.
   */
  static Expr isRetried(CephModel c, MdsRank mds) {
    Expr closes = mds.state().isAtLeast(ACTIVE).and(not(isNone(c, mds.parkedCloses())));
    return mds.state().isAtLeast(CLIENTREPLAY).and(not(isNone(c, mds.parkedOpens()))).or(closes);
  }

  private static Expr isNone(CephModel c, Ref parked) {
    return parked.is(emptySet(c.sessions()));
  }

  /** What is journaled is so after that. */
  private Expr isJournaled(ServerSessionState state) {
    return parks ? in(state).and(not(isRetried(c, mds))) : in(state);
  }

  private void open() {
    boolean knows = FsClient.knowsBlocklist(c.scenario());
    Expr blocklisted = knows ? c.fsc().isBlocklisted(mds.connection()) : value(false);
    Effect noted = when(mds.connection().isNotNull(), record.open());
    Effect answer = c.assumes(Assumption.NOTIFY_SESSION_STATE) ? alreadyOpen() : all();
    boolean waits = !c.assumes(Assumption.OPEN_OVER_CLOSE_AT_ONCE);
    Handling open =
        new Handling(
            ToMds.REQUEST_OPEN, CLIENTREPLAY, mds.parkedOpens(), value(true), mds.waitingOpen());
    if (waits)
      open.arrives(" waits for the close", in(CLOSING), x -> assign(mds.waitingOpen(), true));
    Expr canBeOpened = waits ? in(NONE) : in(NONE, CLOSING);
    Expr closed = unlessStopping(canBeOpened);
    open.does(
        ": journal the open",
        closed.and(not(blocklisted)),
        x -> all(noted, become(OPENING), parks ? reset(mds.closer()) : all()));
    if (knows)
      open.does(
          " of a blocklisted client: REJECT", closed.and(blocklisted), x -> send(ToClient.REJECT));
    open.does(" for an open session", unlessStopping(in(OPEN)), x -> all(noted, answer));
    open.does(" dropped", in(OPENING, STALE, KILLING, IMPORTING), x -> all());
    if (c.scenario().has(Context.STOPPING))
      open.does(
          " dropped, the rank is stopping",
          mds.state().is(MdsState.STOPPING).and(canBeOpened.or(in(OPEN))),
          x -> all());
    if (c.scenario().has(Context.REJECTION))
      ways.add(
          block()
              .fault(
                  "REQUEST_OPEN rejected",
                  c.budgets().failures,
                  open.arrived().and(in(NONE)),
                  take(),
                  send(ToClient.REJECT)));
    step(
        "open journaled: OPEN",
        isJournaled(OPENING),
        become(OPEN),
        ServerInos.preallocate(c, mds),
        send(ToClient.OPEN));
  }

  private Expr unlessStopping(Expr condition) {
    if (!c.scenario().has(Context.STOPPING)) return condition;
    return condition.and(mds.state().isNot(MdsState.STOPPING));
  }

  private void close() {
    Expr opened = parks ? isNone(c, mds.parkedOpens()) : value(true);
    Handling close = new Handling(ToMds.REQUEST_CLOSE, ACTIVE, mds.parkedCloses(), opened, null);
    Expr usable = in(OPENING, OPEN, STALE);
    close.does(
        ": journal the close",
        usable.and(not(hasMissed())).and(not(isAhead())),
        x -> all(become(CLOSING), parks ? assign(mds.closer(), x) : all()));
    close.does(" dropped", in(NONE, CLOSING, KILLING, IMPORTING), x -> all());
    if (c.countsPushes()) {
      step(
          "REQUEST_CLOSE dropped: it has missed a message",
          close.arrived().and(usable).and(hasMissed()),
          take());
      step(
          "REQUEST_CLOSE dropped: it has a number that was not sent",
          close.arrived().and(usable).and(isAhead()),
          take());
      push();
    }
    step(
        "close journaled: CLOSE",
        isJournaled(CLOSING),
        MdsServer.end(c, mds),
        parks ? closeOfAnother() : send(ToClient.CLOSE));
  }

  /** Nobody's, if the close was not asked for. */
  private Effect closeOfAnother() {
    Expr own = mds.closer().isNull().or(mds.closer().is(mds.connection()));
    return all(
        when(own, send(ToClient.CLOSE)),
        when(not(own), send(ToClient.CLOSE_ASKED_BY_ANOTHER)),
        reset(mds.closer()));
  }

  /**
   * What is done with a message in some state of the rank; before, it is parked; and after the
   * close of the session for which it waited.
   */
  private final class Handling {
    private final ToMds op;
    private final Expr ready;
    private final Ref parked;
    private final Expr turn;
    private final Ref waited;

    /**
     * @param turn whether what is parked may be handled now, if the rank's state allows it
     * @param waited whether one waits for the close of the session; null if none does
     */
    Handling(ToMds op, MdsState from, Ref parked, Expr turn, Ref waited) {
      this.waited = waited;
      this.op = op;
      this.parked = parked;
      this.turn = turn;
      ready = mds.state().isAtLeast(from);
      if (parks)
        step(op + " parked", next().and(not(ready)), add(parked, mds.connection()), take());
    }

    Expr arrived() {
      return next().and(ready);
    }

    private Expr next() {
      return MdsServer.next(c, mds, op);
    }

    /**
     * @param effect of a message, given the session object that has sent it
     */
    void does(String what, Expr guard, Function<Expr, Effect> effect) {
      arrives(what, guard, effect);
      if (waited == null) return;
      step(
          op + " that waited" + what,
          waited.and(not(in(CLOSING))).and(guard),
          effect.apply(mds.connection()),
          reset(waited));
    }

    /** As above, but not for what waited for the close. */
    void arrives(String what, Expr guard, Function<Expr, Effect> effect) {
      step(op + what, arrived().and(guard), effect.apply(mds.connection()), take());
      if (!parks) return;
      ways.add(
          block()
              .restChoose(
                  "parked " + op + what,
                  c.sessions(),
                  x ->
                      given(
                          x.isIn(parked).and(ready).and(turn).and(guard),
                          effect.apply(x),
                          drop(parked, x))));
    }
  }

  private Expr hasMissed() {
    if (!c.countsPushes()) return value(false);
    return con.outgoing().head().field("seq").isLess(c.pushSequence().server(rank));
  }

  private Expr isAhead() {
    if (!c.countsPushes()) return value(false);
    return con.outgoing().head().field("seq").isMore(c.pushSequence().server(rank));
  }

  /** It says how many capability messages the client has been sent in the session. */
  private Effect alreadyOpen() {
    if (!c.countsPushes()) return send(ToClient.OPEN);
    return when(
        mds.connection().isNotNull(),
        con.receivesNumbered(ToClient.OPEN, c.pushSequence().server(rank)));
  }

  /** A capability message; how many there may be in a session is bounded. */
  private void push() {
    Ref pushed = c.pushSequence().server(rank);
    ways.add(
        block()
            .option(
                "a capability message is sent",
                in(OPEN).and(mds.connection().isNotNull()).and(pushed.isLess(PushSequence.MOST)),
                increment(pushed),
                send(ToClient.CAPS)));
  }

  private void step(String label, Expr guard, Effect... effects) {
    ways.add(block().rest(label, guard, effects));
  }

  private Expr in(ServerSessionState... states) {
    return mds.session().isOneOf((Object[]) states);
  }

  private Effect become(ServerSessionState state) {
    return assign(mds.session(), state);
  }

  private Effect take() {
    return dequeue(con.outgoing());
  }

  private Effect send(ToClient op) {
    return when(mds.connection().isNotNull(), con.receives(op, nobody()));
  }
}
