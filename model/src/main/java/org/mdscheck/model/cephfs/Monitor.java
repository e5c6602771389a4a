package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * The monitor: the maps that it has published. What an MDS asks for is published at once, since a
 * client that takes a map later cannot tell when it was published, nor can the MDS, which adopts
 * its state later. An instance of a rank goes through its states in ascending order, so instance
 * and state tell which of two maps is newer.
 */
public final class Monitor {
  private final ServerVariables servers;
  private final Ref reached;
  private final int lastInstance;
  private final Ref epochsLeft;
  private final Ref stops; // null where no rank stops

  Monitor(Spec.Builder spec, Ids ids, Scenario scenario, ServerVariables servers) {
    Bounds bounds = scenario.bounds();
    this.servers = servers;
    lastInstance = ids.lastInstance();
    reached =
        spec.variable(
            "mon.reached",
            Type.array(
                ids.ranks(),
                Type.array(1, Math.max(1, lastInstance - 1), Type.enumOf(MdsState.class))));
    epochsLeft =
        spec.variable(
            "mon.epochs_left",
            Type.range(0, bounds.mapEpochs() + 1),
            value(bounds.mapEpochs() + 1));
    stops =
        scenario.has(Context.STOPPING)
            ? spec.variable("budget.stops", Type.range(0, 1), value(1))
            : null;
    if (bounds.mapEpochs() > 0) spec.limit("map-epochs", epochsLeft.isMore(0));
  }

  /** The instance in the newest map. */
  public Ref instance(Expr rank) {
    return servers.instance.at(rank);
  }

  /** The state in the newest map: what the MDS asked for last. */
  public Ref state(Expr rank) {
    return servers.wants.at(rank);
  }

  /**
   * The last state published of an instance between the first, whose last map the client starts
   * with, and the newest.
   */
  Ref reached(Expr rank, int instance) {
    return reached.at(rank).at(instance);
  }

  boolean remembers(int instance) {
    return 0 < instance && instance < lastInstance;
  }

  /** How many ranks may still be told to stop. */
  Ref stops() {
    return stops;
  }

  /** One more than the maps that may still be published, where they are bounded. */
  Ref epochsLeft() {
    return epochsLeft;
  }
}
