package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.Slot;

/**
 * Resets each local variable with the step after which its value cannot matter any more, so that
 * states that differ in nothing else become one (dead variable reduction: Bozga, Fernandez and
 * Ghirvu, State Space Reduction Based on Live Variables Analysis, SAS 1999).
 *
 * <p>Preserves everything but the number of states and of steps: the relation of states that agree
 * in all but dead locals is a strong bisimulation. A local can be read only by its own process, and
 * is dead where that does not happen before it is written; both states have the same steps, by the
 * same actions, with the same checks and errors, and go on agreeing. Properties, limits and tallies
 * cannot name locals. The one thing that sees a local from outside is {@code unreferenced}: where a
 * spec asks it of a scalarset, the nullable ids of that set that locals hold are never dead.
 *
 * <p>Treats the members of a family alike: their graphs are the same but for the values of bound
 * variables, and what is dead does not depend on those of interchangeable ids. A reset gives the
 * initial value, which names no such id.
 */
final class DeadLocals {
  private final Cfg cfg;
  private final SlotUses uses;
  private final BitSet seen;

  /**
   * @param seen slots that somebody else can look at
   */
  private DeadLocals(Cfg cfg, SlotUses uses, BitSet seen) {
    this.cfg = cfg;
    this.uses = uses;
    this.seen = seen;
  }

  static Cfg reset(Cfg cfg, SlotUses uses, BitSet seen) {
    DeadLocals pass = new DeadLocals(cfg, uses, seen);
    return new Cfg(cfg.graphs().stream().map(pass::graph).toList(), cfg.layout(), cfg.isComplete());
  }

  private Cfg.Graph graph(Cfg.Graph graph) {
    BitSet own = new BitSet();
    for (Slot slot : cfg.layout().slots()) {
      if (slot.kind() == Slot.Kind.LOCAL && slot.process() == graph.process())
        own.set(slot.index());
    }
    own.andNot(seen);
    return new Resets(graph, own).graph();
  }

  /** The resets of one graph: of what is dead and may have been written since it was reset. */
  private final class Resets {
    private final Cfg.Graph graph;
    private final BitSet own;
    private final Liveness liveness;
    private final BitSet[] written; // by node: locals that may differ from their initial values
    private boolean changed = true;

    Resets(Cfg.Graph graph, BitSet own) {
      this.graph = graph;
      this.own = own;
      liveness = new Liveness(graph, uses);
      written = new BitSet[graph.nodes().size()];
      Arrays.setAll(written, n -> new BitSet());
    }

    Cfg.Graph graph() {
      List<Cfg.Node> nodes = List.of();
      while (changed) {
        changed = false;
        nodes = graph.nodes().stream().map(this::node).toList();
      }
      return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start());
    }

    private Cfg.Node node(Cfg.Node node) {
      List<Cfg.Edge> edges = new ArrayList<>();
      for (Cfg.Edge edge : node.edges()) {
        SlotUse use = new SlotUse();
        uses.effects(edge.effects(), edge.scope(), use);
        edges.add(edge.to(target(edge.target(), union(written[node.number()], use.writes))));
      }
      return new Cfg.Node(node.number(), node.label(), node.resting(), edges);
    }

    private Cfg.Target target(Cfg.Target target, BitSet dirty) {
      if (target instanceof Cfg.Target.Decide d)
        return new Cfg.Target.Decide(
            d.condition(), d.scope(), target(d.then(), dirty), target(d.otherwise(), dirty));
      if (target instanceof Cfg.Target.Clear c) {
        BitSet rest = (BitSet) dirty.clone();
        for (int[] range : c.slotRanges()) rest.clear(range[0], range[0] + range[1]);
        return new Cfg.Target.Clear(c.slotRanges(), target(c.target(), rest));
      }
      if (target instanceof Cfg.Target.Past p) {
        SlotUse use = new SlotUse();
        uses.effects(p.effects(), p.scope(), use);
        Cfg.Target next = target(p.target(), union(dirty, use.writes));
        return new Cfg.Target.Past(p.guards(), p.effects(), p.scope(), next);
      }
      return target instanceof Cfg.Target.At at ? at(at, dirty) : target;
    }

    private Cfg.Target at(Cfg.Target.At at, BitSet dirty) {
      BitSet dead = (BitSet) own.clone();
      dead.andNot(liveness.at(at.node()));
      BitSet kept = (BitSet) dirty.clone();
      kept.andNot(dead);
      BitSet before = written[at.node()];
      written[at.node()] = union(before, kept);
      changed |= !before.equals(written[at.node()]);
      dead.and(dirty);
      return dead.isEmpty() ? at : new Cfg.Target.Clear(ranges(dead), at);
    }
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet all = (BitSet) a.clone();
    all.or(b);
    return all;
  }

  private static List<int[]> ranges(BitSet slots) {
    List<int[]> ranges = new ArrayList<>();
    for (int from = slots.nextSetBit(0); from >= 0; ) {
      int to = slots.nextClearBit(from);
      ranges.add(new int[] {from, to - from});
      from = slots.nextSetBit(to);
    }
    return ranges;
  }
}
