package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Ref;

/**
 * Which mutexes a process holds at each label on every way there: a forward analysis of one graph.
 * A mutex that an index of the state tells is never known to be held.
 */
final class HeldLocks {
  private final SlotUses uses;
  private final BitSet[] held; // by node; null where no way leads

  HeldLocks(Cfg.Graph graph, SlotUses uses) {
    this.uses = uses;
    held = new BitSet[graph.nodes().size()];
    boolean changed = arrive(graph.start(), new BitSet());
    while (changed) {
      changed = false;
      for (Cfg.Node node : graph.nodes()) {
        if (held[node.number()] == null) continue;
        for (Cfg.Edge edge : node.edges()) changed |= arrive(edge.target(), after(node, edge));
      }
    }
  }

  /** A copy. */
  BitSet at(Cfg.Node node) {
    return held[node.number()] == null ? new BitSet() : (BitSet) held[node.number()].clone();
  }

  /** While a step is taken: those held at its label and those that it takes. */
  BitSet during(Cfg.Node node, Cfg.Edge edge) {
    BitSet all = at(node);
    for (Ref mutex : edge.acquired()) {
      List<Integer> slots = uses.bases(mutex, edge.scope());
      if (slots.size() == 1) all.set(slots.get(0));
    }
    return all;
  }

  private BitSet after(Cfg.Node node, Cfg.Edge edge) {
    BitSet all = during(node, edge);
    all.andNot(uses.edge(edge).releases);
    return all;
  }

  private boolean arrive(Cfg.Target target, BitSet with) {
    boolean changed = false;
    for (int node : Cfg.Target.leaves(target)) {
      if (held[node] == null) {
        held[node] = (BitSet) with.clone();
        changed = true;
      } else {
        int before = held[node].cardinality();
        held[node].and(with);
        changed |= held[node].cardinality() != before;
      }
    }
    return changed;
  }
}
