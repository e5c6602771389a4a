package org.mdscheck.checker.reduction;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.ActionFootprint;

/** Takes labels out of a set until no cycle of the graph lies within it. */
final class Cycles {
  private final BitSet labels;
  private final List<List<ActionFootprint>> actionsAt;
  private final BitSet open = new BitSet();
  private final BitSet closed = new BitSet();

  private Cycles(BitSet labels, List<List<ActionFootprint>> actionsAt) {
    this.labels = labels;
    this.actionsAt = actionsAt;
  }

  /** Takes out every label that a depth-first search comes back to while it is open. */
  static void cut(BitSet labels, List<List<ActionFootprint>> actionsAt) {
    final Cycles cycles = new Cycles(labels, actionsAt);
    for (int label = labels.nextSetBit(0); label >= 0; label = labels.nextSetBit(label + 1))
      cycles.search(label);
  }

  private void search(int label) {
    if (!labels.get(label) || closed.get(label)) return;
    if (open.get(label)) {
      labels.clear(label);
      return;
    }
    open.set(label);
    for (ActionFootprint action : actionsAt.get(label)) action.to().stream().forEach(this::search);
    open.clear(label);
    closed.set(label);
  }
}
