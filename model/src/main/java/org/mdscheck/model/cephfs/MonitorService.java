package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;

/** The monitor, for ever: publishes what an MDS asks for, a map for each change. */
final class MonitorService {
  private MonitorService() {}

  static Program of(CephModel c) {
    Monitor monitor = c.monitor();
    boolean bounded = c.scenario().bounds().mapEpochs() > 0;
    Expr room = bounded ? monitor.epochsLeft().isMore(0) : value(true);
    Effect count = bounded ? decrement(monitor.epochsLeft()) : all();
    return program("monitor")
        .loop(
            block()
                .restChoose(
                    "publishes a map",
                    c.ranks(),
                    rank ->
                        given(
                            room.and(isNews(c, rank)),
                            assign(monitor.instance(rank), c.mds(rank).instance()),
                            assign(
                                monitor.reached(rank, c.mds(rank).instance()), c.mds(rank).wants()),
                            count)))
        .end();
  }

  private static Expr isNews(CephModel c, Expr rank) {
    Monitor monitor = c.monitor();
    return monitor
        .instance(rank)
        .isNot(c.mds(rank).instance())
        .or(monitor.state(rank).isNot(c.mds(rank).wants()));
  }
}
