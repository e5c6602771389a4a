package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.CLIENTREPLAY;
import static org.mdscheck.model.cephfs.MdsState.DNE;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.MdsState.REJOIN;
import static org.mdscheck.model.cephfs.MdsState.REPLAY;
import static org.mdscheck.model.cephfs.MdsState.STOPPING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;

/**
 * The monitor, for ever: when an MDS is done with a state it asks for the next one, and a map with
 * it is published. The map that names a new daemon is published with the failure of the old one.
 */
final class MonitorService {
  private final CephModel c;

  private MonitorService(CephModel c) {
    this.c = c;
  }

  static Program of(CephModel c) {
    return new MonitorService(c).build();
  }

  private Program build() {
    List<Block> ways =
        new ArrayList<>(
            List.of(
                publish(DNE, REPLAY, mds -> value(c.scenario().hasAbsentRanks())),
                publish(REPLAY, RECONNECT, mds -> value(true)),
                publish(
                    RECONNECT,
                    REJOIN,
                    mds -> not(mds.awaited()).and(mds.session().isNot(ServerSessionState.KILLING))),
                publish(REJOIN, CLIENTREPLAY, mds -> not(hasReplayed(mds))),
                publish(REJOIN, ACTIVE, this::hasReplayed),
                publish(CLIENTREPLAY, ACTIVE, this::hasReplayed)));
    if (c.scenario().has(Context.LAGGY)) ways.add(laggy());
    if (c.scenario().has(Context.STOPPING)) ways.add(stop());
    return program("monitor").loop(block().either(ways.toArray(Block[]::new))).end();
  }

  /** The monitor has not heard of a rank, which lives. */
  private Block laggy() {
    Expr rank = c.ids().exporter();
    MdsRank mds = c.mds(rank);
    return block()
        .option(
            "an MDS is laggy: a map is published",
            mds.state().is(ACTIVE).and(not(mds.laggy())),
            assign(mds.laggy(), true),
            count(c));
  }

  /** Somebody lowers the number of ranks: no way out of anything, so a fault. */
  private Block stop() {
    MdsRank mds = c.mds(c.ids().importer());
    return block()
        .fault(
            "the MDS wants STOPPING: a map is published",
            c.monitor().stops(),
            mds.state().is(ACTIVE).and(mds.wants().is(ACTIVE)),
            assign(mds.wants(), STOPPING),
            adopt(mds, STOPPING),
            count(c));
  }

  private Expr hasReplayed(MdsRank mds) {
    return mds.replay().is(emptySet(c.requests()));
  }

  private Block publish(MdsState from, MdsState to, Function<MdsRank, Expr> done) {
    return block()
        .restChoose(
            "the MDS wants " + to + ": a map is published",
            c.ranks(),
            rank -> {
              MdsRank mds = c.mds(rank);
              Expr asks = mds.state().is(from).and(mds.wants().is(from)).and(done.apply(mds));
              return given(asks, assign(mds.wants(), to), adopt(mds, to), count(c));
            });
  }

  /**
   * RECONNECT is adopted some time after it is published: a CLIENT_RECONNECT that comes in between
   * is parked. The others are adopted at once, for in between each message would be treated as
   * after it, or wait.
   */
  private static Effect adopt(MdsRank mds, MdsState to) {
    return to == RECONNECT ? all() : assign(mds.state(), to);
  }

  /** Counts a map. States with one map too many are beyond the bound and not expanded. */
  static Effect count(CephModel c) {
    return c.scenario().bounds().mapEpochs() == 0 ? all() : decrement(c.monitor().epochsLeft());
  }
}
