package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.StateLayout;

/**
 * Joins steps that nobody can see or disturb to the step before them: where all steps at a label
 * are of that kind, the process no longer stops there.
 *
 * <p>A step may be joined when it is a left mover (Lipton, Reduction: A Method of Proving
 * Properties of Parallel Programs, CACM 18, 1975): what it reads and writes is touched by its
 * process alone, or never written, or touched only under mutexes that the process holds at the
 * label; it may give mutexes back that nobody looks at without taking them; it takes none. So in
 * any run it can be moved to the left, past the steps of others, until it directly follows the step
 * before it of its own process. It must not block (one of the guards at the label is true in every
 * state), must not end in a crash, must be no fault and no place of rest, and must not be {@link
 * Visibility visible}. A cycle of such labels keeps one of them.
 *
 * <p>Preserves the verdicts of the selected properties. The states left are exactly those reachable
 * states in which no process is at a label passed. Stuck states are among them, for such a label
 * never blocks. A state left out has the values, at every predicate that matters, of the state
 * after the step that is due there: so invariants, covers and premises lose nothing, and a path to
 * the goal of a recovery property from or to a state left out is one from or to that later state;
 * the joined step is no fault, so it may be on such a path. A warning in a joined step depends on
 * what nobody else changes, so it is given either way. A step that is an error of the model is
 * still one, at a smaller depth. The number of states, of steps and their depth become smaller.
 *
 * <p>The guards of a joined step are tested after the effects of the step before: each way through
 * the labels passed is an edge of its own, so that steps are counted as before.
 *
 * <p>Treats the members of a family alike: a label is passed by all of them or by none.
 */
final class MergedSteps {
  /** More ways than this through one label are not worth an edge for each. */
  private static final int MAX_WAYS = 8;

  private final Cfg cfg;

  private MergedSteps(Cfg cfg) {
    this.cfg = cfg;
  }

  static Cfg merge(Spec spec, Cfg cfg) {
    Movers movers = new Movers(spec, cfg);
    return merge(cfg, movers::isPassable);
  }

  /** Merges at the labels that can be passed by all members of a family, whoever says which. */
  static Cfg merge(Cfg cfg, BiPredicate<Cfg.Graph, Cfg.Node> isPassable) {
    return new MergedSteps(cfg).merged(isPassable);
  }

  private Cfg merged(BiPredicate<Cfg.Graph, Cfg.Node> isPassable) {
    LayoutBuilder layout = cfg.layout().copy();
    List<StateLayout.Process> processes = layout.build().processes();
    Map<String, BitSet> passed = new HashMap<>(); // by family
    for (Cfg.Graph graph : cfg.graphs()) {
      BitSet own = new BitSet();
      for (Cfg.Node node : graph.nodes()) if (isPassable.test(graph, node)) own.set(node.number());
      for (int start : Cfg.Target.leaves(graph.start())) own.clear(start);
      passed.merge(processes.get(graph.process()).family(), own, MergedSteps::intersection);
    }
    Relabelling relabelling = new Relabelling(layout);
    List<Cfg.Graph> graphs = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs()) {
      BitSet candidates = (BitSet) passed.get(processes.get(graph.process()).family()).clone();
      Merging merging = new Merging(graph, candidates);
      graphs.add(relabelling.kept(merging.graph(), merging.stops()));
    }
    return new Cfg(graphs, layout, false);
  }

  private static BitSet intersection(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }

  /** The merging of one graph. */
  private final class Merging {
    private final Cfg.Graph graph;
    private final BitSet passed;
    private final BitSet open = new BitSet(); // labels on the way that is being followed
    private final Map<Integer, Integer> ways = new HashMap<>(); // through a label passed

    Merging(Cfg.Graph graph, BitSet candidates) {
      this.graph = graph;
      passed = candidates;
    }

    /** The graph with the edges of the stops merged; the labels passed are still in it. */
    Cfg.Graph graph() {
      for (Cfg.Node node : graph.nodes()) countWays(node.number());
      List<Cfg.Node> nodes = graph.nodes().stream().map(this::node).toList();
      return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start());
    }

    /** The labels that are not passed. */
    BitSet stops() {
      BitSet stops = new BitSet();
      stops.set(0, graph.nodes().size());
      stops.andNot(passed);
      return stops;
    }

    /** Keeps a label at which a cycle closes, or with too many ways; returns the number of ways. */
    private int countWays(int node) {
      if (!passed.get(node)) return 1;
      if (ways.containsKey(node)) return ways.get(node);
      if (open.get(node)) {
        passed.clear(node);
        return 1;
      }
      open.set(node);
      int count = 0;
      for (Cfg.Edge edge : graph.nodes().get(node).edges())
        for (int leaf : Cfg.Target.leaves(edge.target())) count += countWays(leaf);
      open.clear(node);
      if (count > MAX_WAYS) passed.clear(node);
      ways.put(node, passed.get(node) ? count : 1);
      return ways.get(node);
    }

    private Cfg.Node node(Cfg.Node node) {
      List<Cfg.Edge> edges = new ArrayList<>();
      for (Cfg.Edge edge : node.edges()) {
        for (Way way : ways(edge.target(), edge.parts())) edges.add(edge.by(way.parts, way.target));
      }
      return new Cfg.Node(node.number(), node.label(), node.resting(), edges);
    }

    /** Every way from a place to the next stops: first those that pass no label, as one. */
    private List<Way> ways(Cfg.Target target, List<Integer> parts) {
      List<Way> ways = new ArrayList<>();
      List<Integer> leaves = Cfg.Target.leaves(target);
      if (leaves.isEmpty() || leaves.stream().anyMatch(leaf -> !passed.get(leaf)))
        ways.add(new Way(parts, new Path(target, -1, null).target()));
      for (int i = 0; i < leaves.size(); i++) {
        if (!passed.get(leaves.get(i))) continue;
        for (Cfg.Edge next : graph.nodes().get(leaves.get(i)).edges()) {
          List<Integer> more = new ArrayList<>(parts);
          more.addAll(next.parts());
          for (Way way : ways(next.target(), more)) {
            Cfg.Target past =
                new Cfg.Target.Past(next.guards(), next.effects(), next.scope(), way.target);
            ways.add(new Way(way.parts, new Path(target, i, past).target()));
          }
        }
      }
      return ways;
    }

    /** A way from a step to the next stop, and the actions on it. */
    private record Way(List<Integer> parts, Cfg.Target target) {}

    /**
     * Copies a target: with one of its ends, which is passed, put in place and no other; or, for
     * {@code chosen} -1, with the ends that are stops.
     */
    private final class Path {
      private final Cfg.Target whole;
      private final int chosen;
      private final Cfg.Target past;
      private int seen;

      Path(Cfg.Target whole, int chosen, Cfg.Target past) {
        this.whole = whole;
        this.chosen = chosen;
        this.past = past;
      }

      Cfg.Target target() {
        return copy(whole);
      }

      private Cfg.Target copy(Cfg.Target target) {
        if (target instanceof Cfg.Target.Decide d)
          return new Cfg.Target.Decide(
              d.condition(), d.scope(), copy(d.then()), copy(d.otherwise()));
        if (target instanceof Cfg.Target.Clear c)
          return new Cfg.Target.Clear(c.slotRanges(), copy(c.target()));
        if (!(target instanceof Cfg.Target.At at)) return target;
        boolean isChosen = seen++ == chosen;
        if (isChosen) return past;
        if (chosen >= 0 || passed.get(at.node())) return new Cfg.Target.Nowhere();
        return at;
      }
    }
  }
}
