package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.CLIENTREPLAY;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.ServerSessionState.CLOSING;
import static org.mdscheck.model.cephfs.ServerSessionState.IMPORTING;
import static org.mdscheck.model.cephfs.ServerSessionState.KILLING;
import static org.mdscheck.model.cephfs.ServerSessionState.NONE;
import static org.mdscheck.model.cephfs.ServerSessionState.OPEN;
import static org.mdscheck.model.cephfs.ServerSessionState.OPENING;
import static org.mdscheck.model.cephfs.ServerSessionState.STALE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * What an MDS does with the client's messages and with its session, for ever; its life as a rank is
 * {@link MdsLife}.
 *
 * <p>Source: src/mds/Server.cc. It handles the messages of the session's current connection in
 * order. A message that must wait for a state blocks those behind it, except requests, which are
 * set aside: they come before the CLIENT_RECONNECT. Answers go to the current connection and are
 * lost when there is none. REQUEST_OPEN and REQUEST_CLOSE: {@link MdsSessionRequests}.
 */
final class MdsServer {
  private final CephModel c;
  private final MdsRank mds;
  private final Connection con;
  private final Expr rank;
  private final Expr isImporter;
  private final MdsRecord record;

  private MdsServer(CephModel c, Expr rank) {
    this.c = c;
    this.rank = rank;
    mds = c.mds(rank);
    con = c.connection(mds.connection());
    record = new MdsRecord(c, mds);
    isImporter = rank.is(c.ids().importer());
  }

  static Program of(CephModel c, Expr rank) {
    MdsServer server = new MdsServer(c, rank);
    List<Block> ways = new ArrayList<>();
    MdsSessionRequests.of(c, rank, ways);
    server.renew(ways);
    server.reconnect(ways);
    server.requests(ways);
    if (c.scenario().has(Context.EXPORT_TARGETS)) server.imports(ways);
    if (c.exportsCaps()) server.exports(ways);
    if (c.scenario().has(Context.STOPPING)) server.stops(ways);
    ways.addAll(MdsLife.of(c, rank));
    return program("mds").loop(block().either(ways.toArray(Block[]::new))).end();
  }

  /**
   * Renewals have no bound of their own: the MDS answers one when the client has nearly caught up.
   */
  private void renew(List<Block> ways) {
    Expr arrived = next(ToMds.REQUEST_RENEWCAPS);
    ways.add(
        step(
            "REQUEST_RENEWCAPS: RENEWCAPS",
            arrived.and(in(OPEN, STALE)).and(length(con.incoming()).isLess(2)),
            take(),
            become(OPEN),
            send(ToClient.RENEWCAPS)));
    ways.add(
        step(
            "REQUEST_RENEWCAPS ignored",
            arrived.and(in(NONE, OPENING, CLOSING, KILLING, IMPORTING)),
            take()));
    ways.add(step("REQUEST_FLUSH_MDLOG: flush", next(ToMds.REQUEST_FLUSH_MDLOG), take()));
    if (!c.scenario().has(Context.DELAYED_WORK)) return;
    late(ways, "no renewal for session_timeout: STALE", OPEN, become(STALE), send(ToClient.STALE));
    late(
        ways,
        "no renewal for session_autoclose: evict",
        STALE,
        become(KILLING),
        MdsLife.blocklist(c));
  }

  /**
   * A client that is connected renews in time, so that it does not is a fault; one that is not
   * cannot renew.
   */
  private void late(List<Block> ways, String label, ServerSessionState from, Effect... effects) {
    Expr due = in(from).and(mds.state().is(ACTIVE));
    Expr connected = mds.connection().isNotNull();
    ways.add(step(label, due.and(not(connected)), effects));
    ways.add(
        block()
            .fault(
                label + " (renewals came late)",
                c.budgets().resets,
                due.and(connected).and(isEmpty(con.incoming())),
                effects));
  }

  private void reconnect(List<Block> ways) {
    Expr arrived = next(ToMds.CLIENT_RECONNECT);
    Effect tell = send(ToClient.CLOSE);
    answers(
        ways, "CLIENT_RECONNECT", arrived, take(), tell, tell, record.reconnect(mds.connection()));
    if (c.scenario().has(Context.REJECTION))
      ways.add(
          block()
              .fault(
                  "CLIENT_RECONNECT rejected: no session on the connection",
                  c.budgets().failures,
                  arrived.and(in(NONE)),
                  take(),
                  send(ToClient.REJECT)));
    if (!c.assumes(Assumption.LATE_RECONNECT)) return;
    Ref late = mds.lateReconnect();
    // Nothing goes to the connection that it came on; a denial goes to the current one, whichever
    // object it belongs to.
    Effect deny =
        all(
            when(mds.connection().is(late), send(ToClient.CLOSE)),
            when(mds.connection().isNot(late), send(ToClient.CLOSE_FOR_ANOTHER)));
    answers(
        ways,
        "CLIENT_RECONNECT of a closed connection",
        late.isNotNull(),
        assign(late, nobody()),
        all(),
        deny,
        record.reconnect(late));
  }

  private void answers(
      List<Block> ways,
      String name,
      Expr arrived,
      Effect taken,
      Effect refuse,
      Effect deny,
      Effect accepted) {
    Expr open = in(OPEN);
    Expr accepts =
        c.variant().is(Mutant.MDS_ACCEPTS_LATE_RECONNECT)
            ? mds.state().isAtLeast(RECONNECT)
            : mds.state().is(RECONNECT).and(mds.wants().is(RECONNECT));
    Expr parks =
        c.assumes(Assumption.PARKED_RECONNECT)
            ? mds.state().isLess(RECONNECT).and(mds.wants().is(RECONNECT))
            : value(false);
    // "deny" looks at who sent it, so it comes before "taken".
    ways.add(
        step(name + ": CLOSE, the session is not open", arrived.and(not(open)), refuse, taken));
    ways.add(
        step(
            name + ": accepted, OPEN",
            arrived.and(open).and(accepts),
            accepted,
            isTimely(),
            taken,
            assign(mds.awaited(), false),
            send(ToClient.OPEN)));
    ways.add(
        step(
            name + ": denied, CLOSE",
            arrived.and(open).and(not(accepts)).and(not(parks)),
            deny,
            taken));
  }

  /** Of the connection that it knows: what was handled late was sent on one closed since. */
  private Effect isTimely() {
    if (!c.scenario().has(Context.RECONNECT_WINDOW)) return all();
    return warn(
        "late-reconnect-is-refused",
        "accepted although sent on a map that says the window is over",
        mds.lateReconnect().isNotNull().or(not(con.sentTooLate())));
  }

  private void requests(List<Block> ways) {
    if (c.createsAsync()) {
      MdsCreates.of(c, mds, ways, next(ToMds.CLIENT_REQUEST), next(ToMds.CLIENT_REQUEST_REPLAY));
      return;
    }
    Expr request = con.outgoing().head().field("request");
    Expr first = next(ToMds.CLIENT_REQUEST);
    Expr again = next(ToMds.CLIENT_REQUEST_RETRY);
    Expr replay = next(ToMds.CLIENT_REQUEST_REPLAY);
    boolean kept = c.scenario().has(Context.MDS_RECORD);
    Expr fresh = kept ? first.or(again) : first;
    Expr some = fresh.or(replay);
    Expr usable = in(OPEN, STALE);
    Expr active = mds.state().isAtLeast(ACTIVE);
    ways.add(step("CLIENT_REQUEST dropped, no open session", some.and(not(usable)), take()));
    Expr doing = request.isIn(mds.journal());
    ways.add(
        step(
            "CLIENT_REQUEST dropped, it is being done already",
            some.and(usable).and(active).and(doing),
            take()));
    // The table of what was completed is not looked at for a request that is sent for the first
    // time.
    Expr known = kept ? again.or(replay).and(record.has(request)) : value(false);
    Expr undone = usable.and(active).and(not(doing)).and(not(known));
    MdsForwards forwards = new MdsForwards(c, mds);
    forwards.at(ways, some.and(undone), active);
    if (c.scenario().has(Context.FORWARDING)) undone = undone.and(forwards.isOwn());
    if (kept)
      ways.add(
          step(
              "CLIENT_REQUEST done before: safe reply",
              known.and(usable).and(active).and(not(doing)),
              send(ToClient.SAFE_REPLY, request),
              drop(mds.parked(), request),
              take()));
    ways.add(
        step(
            "CLIENT_REQUEST: safe reply",
            some.and(undone),
            record.execute(request),
            send(ToClient.SAFE_REPLY, request),
            drop(mds.parked(), request),
            take()));
    ways.add(
        step(
            "CLIENT_REQUEST: unsafe reply",
            fresh.and(undone),
            record.execute(request),
            send(ToClient.UNSAFE_REPLY, request),
            add(mds.journal(), request),
            drop(mds.parked(), request),
            take()));
    Expr waits = kept ? fresh.and(not(known)) : fresh;
    ways.add(
        step(
            "CLIENT_REQUEST waits for ACTIVE",
            waits.and(usable).and(not(active)),
            add(mds.parked(), request),
            forwards.park(request),
            take()));
    ways.add(
        step(
            "replayed CLIENT_REQUEST waits for CLIENTREPLAY",
            (kept ? replay.or(known) : replay).and(usable).and(not(active)),
            add(mds.replay(), request),
            take()));
    Expr replaying = mds.state().isAtLeast(CLIENTREPLAY);
    ways.add(later("CLIENTREPLAY: safe reply", mds.replay(), replaying, record::executeUnlessDone));
    ways.add(
        later(
            "ACTIVE at last: safe reply",
            mds.parked(),
            c.scenario().has(Context.FORWARDING) ? active.and(forwards.isOwn()) : active,
            record::execute));
    ways.add(later("journaled: safe reply", mds.journal(), replaying, r -> all()));
  }

  /** All sessions are ended; those who ask for one later get no answer. */
  private void stops(List<Block> ways) {
    ways.add(
        step(
            "stopping: journal the close of the session",
            mds.state().is(MdsState.STOPPING).and(in(OPENING, OPEN, STALE, IMPORTING)),
            become(CLOSING)));
  }

  /**
   * Capabilities of the client come from another rank: the session is opened by force, whether or
   * not the client knows of it. The OPEN waits for the client's connection.
   */
  private void imports(List<Block> ways) {
    ways.add(
        option(
            "imports from another rank: journal the import",
            mds.state().is(ACTIVE).and(in(NONE)).and(isImporter).and(exporterHasSession()),
            become(IMPORTING)));
    ways.add(importJournaled());
  }

  private Block importJournaled() {
    return step(
        "import journaled: OPEN",
        in(IMPORTING),
        become(OPEN),
        send(ToClient.OPEN),
        when(mds.connection().isNull(), assign(mds.preopen(), true)));
  }

  /**
   * The inode of a file in use becomes that of another rank. The importer opens the session by
   * force; then either tells the client, the importer not before there is a connection. Left out:
   * that a session which is being closed or killed is opened by force too, and a CAP_IMPORT after
   * the exporter's session has ended.
   */
  private void exports(List<Block> ways) {
    CapExports caps = c.capExports();
    Expr begins =
        mds.state().is(ACTIVE).and(caps.authority().isNot(rank)).and(caps.canBeExported());
    Effect prepare =
        all(assign(caps.migration(), CapExports.Migration.PREPARED), increment(caps.exports()));
    ways.add(
        option(
            "imports from another rank: journal the import",
            begins.and(in(NONE)),
            become(IMPORTING),
            prepare));
    ways.add(
        option("imports from another rank: the session is open", begins.and(in(OPEN)), prepare));
    ways.add(importJournaled());
    ways.add(
        step(
            "exported: CAP_EXPORT",
            caps.migration()
                .is(CapExports.Migration.PREPARED)
                .and(caps.authority().is(rank))
                .and(in(OPEN))
                .and(c.mds(caps.other(rank)).session().is(OPEN)),
            send(ToClient.CAP_EXPORT),
            assign(caps.authority(), caps.other(rank)),
            assign(caps.migration(), CapExports.Migration.EXPORTED)));
    ways.add(
        step(
            "imported: CAP_IMPORT",
            caps.migration()
                .is(CapExports.Migration.EXPORTED)
                .and(caps.authority().is(rank))
                .and(in(OPEN))
                .and(mds.connection().isNotNull()),
            send(ToClient.CAP_IMPORT),
            reset(caps.migration())));
  }

  /** With one rank the exporter is out of sight, and so is the client's session with it. */
  private Expr exporterHasSession() {
    if (c.ranks().size() == 1) return value(true);
    MdsRank exporter = c.mds(c.ids().exporter());
    return exporter.session().is(OPEN).and(exporter.state().is(ACTIVE));
  }

  private Block later(String label, Ref waiting, Expr when, Function<Expr, Effect> execution) {
    return block()
        .restChoose(
            label,
            c.requests(),
            r ->
                given(
                    r.isIn(waiting).and(when),
                    execution.apply(r),
                    drop(waiting, r),
                    send(ToClient.SAFE_REPLY, r)));
  }

  /** The session ends: so does what it was waiting for. */
  static Effect end(CephModel c, MdsRank mds) {
    return all(
        c.importsSessions() ? reset(mds.preopen()) : all(),
        c.exportsCaps() ? c.capExports().sessionEnds(mds.id()) : all(),
        ServerInos.returnAll(c, mds),
        c.countsPushes() ? reset(c.pushSequence().server(mds.id())) : all(),
        assign(mds.session(), NONE),
        reset(mds.parked()),
        new MdsForwards(c, mds).forget(),
        reset(mds.replay()),
        reset(mds.journal()),
        new MdsRecord(c, mds).end());
  }

  private Block step(String label, Expr guard, Effect... effects) {
    return block().rest(label, guard, effects);
  }

  /** What the MDS need not do. */
  private Block option(String label, Expr guard, Effect... effects) {
    return block().option(label, guard, effects);
  }

  /**
   * Whether the message that is handled next is of this kind. A CLIENT_RECONNECT received before it
   * on another connection comes first: there is one dispatch thread, and what it has not taken yet
   * is discarded with the connection. So does what was parked and need not wait any more.
   */
  private Expr next(ToMds op) {
    return next(c, mds, op);
  }

  static Expr next(CephModel c, MdsRank mds, ToMds op) {
    Connection con = c.connection(mds.connection());
    Expr isNext =
        mds.lateReconnect()
            .isNull()
            .and(mds.connection().isNotNull())
            .and(not(isEmpty(con.outgoing())))
            .and(con.outgoing().head().field("op").is(op));
    return c.scenario().has(Context.PARKED)
        ? isNext.and(not(MdsSessionRequests.isRetried(c, mds)))
        : isNext;
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
    return send(op, nobody());
  }

  private Effect send(ToClient op, Expr request) {
    return when(mds.connection().isNotNull(), con.receives(op, request));
  }
}
