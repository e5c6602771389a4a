package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops labels and steps that no run gets to, as far as constants tell: those behind guards that
 * are false because of variables that no step on the way writes (conditional constant propagation:
 * Wegman and Zadeck, TOPLAS 13, 1991, without arithmetic). Part of the {@link Cone}.
 *
 * <p>Preserves everything: what is dropped never happens.
 */
final class UnreachableSteps {
  private final Cfg cfg;
  private final SlotUses uses;
  private final Constants constants;
  private final List<BitSet> reached = new ArrayList<>(); // labels by process
  private final Set<Integer> possible = new HashSet<>(); // actions

  private UnreachableSteps(Cfg cfg, SlotUses uses) {
    this.cfg = cfg;
    this.uses = uses;
    constants = new Constants(cfg.layout(), uses);
  }

  static Cfg dropped(Cfg cfg, SlotUses uses) {
    UnreachableSteps pass = new UnreachableSteps(cfg, uses);
    pass.explore();
    LayoutBuilder layout = cfg.layout().copy();
    Relabelling relabelling = new Relabelling(layout);
    List<Cfg.Graph> graphs = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs())
      graphs.add(relabelling.kept(pass.possible(graph), pass.reached.get(graph.process())));
    return new Cfg(graphs, layout, false);
  }

  private void explore() {
    for (Cfg.Graph graph : cfg.graphs()) {
      BitSet start = new BitSet();
      Cfg.Target.leaves(graph.start()).forEach(start::set);
      reached.add(start);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Cfg.Graph graph : cfg.graphs()) {
        BitSet labels = reached.get(graph.process());
        for (Cfg.Node node : graph.nodes()) {
          if (!labels.get(node.number())) continue;
          for (Cfg.Edge edge : node.edges()) changed |= take(edge, labels);
        }
      }
    }
  }

  private boolean take(Cfg.Edge edge, BitSet labels) {
    if (possible.contains(edge.action()) || isNever(edge)) return false;
    possible.add(edge.action());
    constants.write(uses.edge(edge).changes());
    Cfg.Target.leaves(edge.target()).forEach(labels::set);
    return true;
  }

  /** Guards are tested in order: one that can fail hides what those behind it say. */
  private boolean isNever(Cfg.Edge edge) {
    for (Cfg.Guard guard : edge.guards()) {
      if (constants.isNever(guard)) return true;
      SlotUse use = new SlotUse();
      uses.read(guard.condition(), guard.scope(), use);
      if (use.canFail()) return false;
    }
    return false;
  }

  /** The graph without the impossible steps of the labels that are reached. */
  private Cfg.Graph possible(Cfg.Graph graph) {
    List<Cfg.Node> nodes = new ArrayList<>();
    for (Cfg.Node node : graph.nodes()) nodes.add(possible(node));
    return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start());
  }

  private Cfg.Node possible(Cfg.Node node) {
    List<Cfg.Edge> some = node.edges().stream().filter(e -> possible.contains(e.action())).toList();
    if (some.size() < node.edges().size() && !saysTheSame(some, node.edges()))
      some = node.edges().stream().map(e -> possible.contains(e.action()) ? e : idle(e)).toList();
    return new Cfg.Node(node.number(), node.label(), node.resting(), some);
  }

  /** Whether where the process is and what it waits for can be told from these edges as well. */
  private static boolean saysTheSame(List<Cfg.Edge> some, List<Cfg.Edge> all) {
    return !some.isEmpty()
        && functions(some).equals(functions(all))
        && (some.size() > 1 || some.get(0).acquired().isEmpty());
  }

  private static Set<String> functions(List<Cfg.Edge> edges) {
    Set<String> functions = new HashSet<>();
    edges.forEach(edge -> functions.addAll(edge.functions()));
    return functions;
  }

  /** An edge that stays because it tells where the process is, though it is never taken. */
  private static Cfg.Edge idle(Cfg.Edge edge) {
    return edge.with(List.of(), new Cfg.Target.Nowhere());
  }
}
