package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.DNE;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.MdsState.REPLAY;
import static org.mdscheck.model.cephfs.ServerSessionState.IMPORTING;
import static org.mdscheck.model.cephfs.ServerSessionState.KILLING;
import static org.mdscheck.model.cephfs.ServerSessionState.NONE;
import static org.mdscheck.model.cephfs.ServerSessionState.OPEN;
import static org.mdscheck.model.cephfs.ServerSessionState.STALE;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;

/**
 * A rank's failures and recovery: it asks the monitor for the next state, the monitor publishes it,
 * the MDS adopts it.
 *
 * <p>Source: src/mds/MDSRank.cc, Server.cc (reconnect_tick). Between the death of a daemon and its
 * successor's takeover the rank is silent, which a client cannot tell from slowness, so the two are
 * one step. What was being journaled may have made it or not.
 */
final class MdsLife {
  private final CephModel c;
  private final Expr rank;
  private final MdsRank mds;
  private final List<Block> ways = new ArrayList<>();

  private MdsLife(CephModel c, Expr rank) {
    this.c = c;
    this.rank = rank;
    mds = c.mds(rank);
  }

  static List<Block> of(CephModel c, Expr rank) {
    MdsLife life = new MdsLife(c, rank);
    life.restarts();
    life.recovery();
    life.drops();
    if (c.scenario().has(Context.STOPPING)) life.leaves();
    return life.ways;
  }

  private void restarts() {
    for (boolean inPlace : new boolean[] {false, true}) {
      for (boolean journaled : new boolean[] {false, true}) {
        restart(inPlace, journaled, REPLAY);
        if (c.scenario().hasAbsentRanks()) restart(inPlace, journaled, DNE);
      }
    }
  }

  private void restart(boolean inPlace, boolean journaled, MdsState first) {
    Expr pending =
        mds.session()
            .isOneOf(ServerSessionState.OPENING, ServerSessionState.CLOSING, KILLING, IMPORTING);
    // When nothing is being journaled the two cases are one.
    if (c.createsAsync()) pending = pending.or(mds.journal().isNot(emptySet(c.requests())));
    Expr guard = journaled ? pending : c.createsAsync() ? c.mounted() : value(true);
    if (c.scenario().has(Context.EXPORT_TARGETS)) guard = guard.and(rank.is(c.ids().importer()));
    if (c.scenario().has(Context.FORWARDING)) guard = guard.and(rank.is(c.ids().exporter()));
    if (c.scenario().has(Context.STOPPING)) guard = guard.and(mds.state().isNot(DNE));
    Expr survives =
        journaled
            ? mds.session().isOneOf(ServerSessionState.OPENING, IMPORTING)
            : mds.session().isOneOf(OPEN, STALE, ServerSessionState.CLOSING, KILLING);
    // The successor ends the sessions of blocklisted clients before it waits for the others.
    if (c.scenario().has(Context.BLOCKLISTING))
      survives = survives.and(not(c.fsc().addressBlocklisted()));
    String label =
        (inPlace ? "restarts in place" : "fails, another daemon takes over")
            + (journaled ? ", what was in the journal counts" : "")
            + (first == DNE ? absence() : "");
    ways.add(
        block()
            .fault(
                label,
                c.budgets().restarts,
                guard,
                MonitorService.count(c),
                ServerInos.restart(c, mds, survives, journaled),
                whenSession(survives),
                dropConnections(inPlace),
                remember(),
                increment(mds.instance()),
                inPlace || c.assumes(Assumption.NONCE_CHECKED)
                    ? all()
                    : assign(mds.address(), mds.instance()),
                assign(mds.state(), first),
                assign(mds.wants(), first),
                assign(mds.awaited(), false),
                assign(mds.lateReconnect(), nobody()),
                c.importsSessions() ? reset(mds.preopen()) : all(),
                new MdsRecord(c, mds).fail(),
                c.countsPushes() ? reset(c.pushSequence().server(rank)) : all(),
                c.scenario().has(Context.PARKED)
                    ? all(reset(mds.parkedOpens()), reset(mds.parkedCloses()), reset(mds.closer()))
                    : all(),
                mds.waitingOpen() == null ? all() : reset(mds.waitingOpen()),
                reset(mds.parked()),
                new MdsForwards(c, mds).forget(),
                reset(mds.replay()),
                reset(mds.journal())));
  }

  private String absence() {
    return c.scenario().has(Context.NO_DAEMON)
        ? ", the rank has no daemon for a while"
        : ", the rank is out for a while";
  }

  /** The last map of a daemon may still be on its way when its successor has taken over. */
  private Effect remember() {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i <= c.ids().lastInstance(); i++) {
      if (!c.monitor().remembers(i)) continue;
      effects.add(when(mds.instance().is(i), assign(c.monitor().reached(rank, i), mds.wants())));
    }
    return all(effects.toArray(Effect[]::new));
  }

  private Effect whenSession(Expr survives) {
    return whenElse(
        survives,
        assign(mds.session(), OPEN),
        all(
            assign(mds.session(), NONE),
            c.exportsCaps() ? c.capExports().sessionEnds(rank) : all(),
            new MdsRecord(c, mds).end()));
  }

  /**
   * Established connections to the old daemon: found dead when a new one answers at the same
   * address, else silent.
   */
  private Effect dropConnections(boolean inPlace) {
    if (!inPlace || !c.assumes(Assumption.IN_PLACE_RESTART_RESETS))
      return assign(mds.connection(), nobody());
    return all(
        forEach(
            c.sessions(),
            x ->
                List.of(
                    when(
                        c.connection(x)
                            .state()
                            .is(ConnectionState.OPEN)
                            .and(c.connection(x).rank().is(rank))
                            .and(c.connection(x).instance().is(mds.instance())),
                        assign(c.connection(x).resetPending(), true)))),
        assign(mds.connection(), nobody()));
  }

  private void recovery() {
    ways.add(
        block()
            .rest(
                "is in RECONNECT",
                mds.state().isNot(mds.wants()),
                assign(mds.state(), mds.wants()),
                when(mds.state().is(RECONNECT), assign(mds.awaited(), mds.session().is(OPEN)))));
    if (c.assumes(Assumption.RECONNECT_TIMEOUT_EVICTS)) {
      ways.add(
          block()
              .rest(
                  "mds_reconnect_timeout: evict",
                  mds.awaited().and(mds.state().is(RECONNECT)),
                  assign(mds.awaited(), false),
                  blocklist(c),
                  assign(mds.session(), KILLING)));
    }
    ways.add(
        block()
            .rest(
                "eviction journaled: the connection is marked down",
                mds.session().is(KILLING),
                MdsServer.end(c, mds),
                markDown()));
  }

  /**
   * A rank that is stopping has ended its sessions: nobody has it any more. The daemon begins anew,
   * at the same address or not.
   */
  private void leaves() {
    leave("has stopped: a map without the rank is published", false);
    if (c.assumes(Assumption.IN_PLACE_RESTART_RESETS))
      leave(
          "has stopped, its daemon is a standby in place: a map without the rank is published",
          true);
  }

  private void leave(String label, boolean inPlace) {
    ways.add(
        block()
            .rest(
                label,
                mds.state().is(MdsState.STOPPING).and(mds.session().is(ServerSessionState.NONE)),
                MonitorService.count(c),
                dropConnections(inPlace),
                increment(mds.instance()),
                assign(mds.state(), DNE),
                assign(mds.wants(), DNE),
                mds.waitingOpen() == null ? all() : reset(mds.waitingOpen()),
                assign(mds.lateReconnect(), nobody())));
  }

  /** The MDS lives and drops a connection, with the session or without. */
  private void drops() {
    Expr lost = mds.connection().isNotNull().and(mayBeLost());
    String label = "loses the connection, keeps the session";
    ways.add(block().fault(label, c.budgets().resets, lost, markDown()));
    if (c.assumes(Assumption.LATE_RECONNECT))
      ways.add(
          block()
              .fault(
                  label + ", a reconnect was received",
                  c.budgets().resets,
                  lost.and(CephConnection.receivedReconnect(mds, c.connection(mds.connection()))),
                  assign(mds.lateReconnect(), mds.connection()),
                  markDown()));
    ways.add(
        block()
            .fault(
                "evicts the client",
                c.budgets().resets,
                mds.session().isOneOf(OPEN, STALE).and(mds.state().is(ACTIVE)),
                blocklist(c),
                assign(mds.session(), KILLING)));
  }

  private Expr mayBeLost() {
    return c.assumes(Assumption.OPEN_SESSION_LOSES_CONNECTION)
        ? value(true)
        : not(mds.session().isOneOf(OPEN, STALE));
  }

  /** What an eviction does beside ending the session. */
  static Effect blocklist(CephModel c) {
    boolean matters = FsClient.knowsBlocklist(c.scenario());
    return matters && c.assumes(Assumption.EVICTION_BLOCKLISTS)
        ? assign(c.fsc().addressBlocklisted(), true)
        : all();
  }

  private Effect markDown() {
    return when(
        mds.connection().isNotNull(),
        assign(c.connection(mds.connection()).resetPending(), true),
        new Standby(c, c.connection(mds.connection())).lose(),
        assign(mds.connection(), nobody()));
  }
}
