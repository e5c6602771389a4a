package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Who touches which slot, and under which mutexes: what another process can neither see nor change
 * while a process is where it is.
 */
final class Sharing {
  private final List<HeldLocks> held = new ArrayList<>(); // by process
  private final BitSet[] users; // by slot: processes that read or write it
  private final BitSet written = new BitSet();
  private final BitSet[] guards; // by slot: mutexes held whenever it is touched; null if never
  private final SlotUse asked = new SlotUse(); // reads of mutexes, labels and waits, of all steps

  Sharing(Cfg cfg, SlotUses uses) {
    users = new BitSet[cfg.layout().slots().size()];
    guards = new BitSet[users.length];
    Arrays.setAll(users, slot -> new BitSet());
    for (Cfg.Graph graph : cfg.graphs()) {
      HeldLocks locks = new HeldLocks(graph, uses);
      held.add(locks);
      for (Cfg.Node node : graph.nodes()) {
        for (Cfg.Edge edge : node.edges())
          add(uses.edge(edge), graph.process(), locks.during(node, edge));
      }
    }
  }

  private void add(SlotUse use, int process, BitSet locks) {
    BitSet touched = (BitSet) use.reads.clone();
    touched.or(use.changes());
    written.or(use.changes());
    asked.add(use);
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      users[slot].set(process);
      if (guards[slot] == null) guards[slot] = (BitSet) locks.clone();
      else guards[slot].and(locks);
    }
  }

  /** The mutexes that a process surely holds at a label. */
  BitSet held(int process, Cfg.Node node) {
    return held.get(process).at(node);
  }

  /** What steps ask beside the values of slots: of mutexes, of labels, of waits. */
  SlotUse asked() {
    return asked;
  }

  /**
   * Whether no other process can interfere with a step: every slot that it reads or writes is
   * touched by its process alone, or never written, or touched only under a mutex that the process
   * holds; and the mutexes that it gives back are looked at by nobody who does not take them.
   */
  boolean isUndisturbed(int process, Cfg.Node node, Cfg.Edge edge, SlotUse use) {
    BitSet locks = held.get(process).during(node, edge);
    BitSet touched = (BitSet) use.reads.clone();
    touched.or(use.writes);
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      boolean isOwn = users[slot].cardinality() == 1;
      boolean isConstant = !written.get(slot);
      if (!isOwn && !isConstant && !guards[slot].intersects(locks)) return false;
    }
    return use.acquires.isEmpty() && !use.releases.intersects(asked.reads);
  }
}
