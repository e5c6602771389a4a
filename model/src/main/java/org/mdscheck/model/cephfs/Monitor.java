package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * The monitor: the maps that it has published. An instance of a rank goes through its states in
 * ascending order, so instance and state tell which of two maps is newer, and the last state of
 * each instance says which maps may still be on their way.
 */
public final class Monitor {
  private final Ref instance;
  private final Ref reached;
  private final Ref epochsLeft;

  Monitor(Spec.Builder spec, Ids ids, Bounds bounds) {
    instance = spec.variable("mon.instance", Type.array(ids.ranks(), ids.instances()), value(0));
    reached =
        spec.variable(
            "mon.state",
            Type.array(ids.ranks(), Type.array(0, ids.lastInstance(), Type.enumOf(MdsState.class))),
            MdsState.ACTIVE);
    epochsLeft =
        spec.variable(
            "mon.epochs_left", Type.range(0, bounds.mapEpochs()), value(bounds.mapEpochs()));
  }

  /** The instance in the newest map. */
  public Ref instance(Expr rank) {
    return instance.at(rank);
  }

  /** The state in the newest map. */
  public Ref state(Expr rank) {
    return reached(rank, instance(rank));
  }

  /** The last state that was published of an instance; of one not yet published, nothing. */
  Ref reached(Expr rank, Expr instance) {
    return reached.at(rank).at(instance);
  }

  /** Maps that may still be published, where they are bounded. */
  Ref epochsLeft() {
    return epochsLeft;
  }
}
