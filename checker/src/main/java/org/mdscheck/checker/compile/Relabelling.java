package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.Domain;

/** Numbers labels and actions anew when some are gone, graph by graph in their order. */
final class Relabelling {
  private final LayoutBuilder layout;
  private int actions;

  /**
   * @param layout gets the domains of the labels that stay
   */
  Relabelling(LayoutBuilder layout) {
    this.layout = layout;
  }

  /**
   * The graph with the labels that stay; no edge of those leads to another one.
   *
   * @param labels numbers of those that stay
   */
  Cfg.Graph kept(Cfg.Graph graph, BitSet labels) {
    int[] numbers = new int[graph.nodes().size()];
    Arrays.fill(numbers, -1);
    List<String> all =
        ((Domain.Enumeration) layout.slots().get(graph.labelSlot()).domain()).values();
    List<String> names = new ArrayList<>();
    for (int label = labels.nextSetBit(0); label >= 0; label = labels.nextSetBit(label + 1)) {
      numbers[label] = names.size();
      names.add(all.get(label));
    }
    layout.labels(graph.labelSlot(), names, 0);
    List<Cfg.Node> nodes = new ArrayList<>();
    for (Cfg.Node node : graph.nodes()) {
      if (labels.get(node.number())) nodes.add(node(node, numbers));
    }
    return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, target(graph.start(), numbers));
  }

  private Cfg.Node node(Cfg.Node node, int[] numbers) {
    List<Cfg.Edge> edges = new ArrayList<>();
    for (Cfg.Edge e : node.edges())
      edges.add(
          new Cfg.Edge(
              actions++,
              e.parts(),
              e.functions(),
              e.label(),
              e.kind(),
              e.guards(),
              e.effects(),
              e.acquired(),
              e.scope(),
              target(e.target(), numbers)));
    return new Cfg.Node(numbers[node.number()], node.label(), node.resting(), edges);
  }

  private static Cfg.Target target(Cfg.Target target, int[] numbers) {
    if (target instanceof Cfg.Target.At at) return new Cfg.Target.At(numbers[at.node()]);
    if (target instanceof Cfg.Target.Decide d)
      return new Cfg.Target.Decide(
          d.condition(), d.scope(), target(d.then(), numbers), target(d.otherwise(), numbers));
    if (target instanceof Cfg.Target.Clear c)
      return new Cfg.Target.Clear(c.slotRanges(), target(c.target(), numbers));
    if (target instanceof Cfg.Target.Past p)
      return new Cfg.Target.Past(p.guards(), p.effects(), p.scope(), target(p.target(), numbers));
    return target;
  }
}
