package org.mdscheck.checker.compile;

import java.util.function.Predicate;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Statement;

/** Finds the labels at which a process need not stop; {@link MergedSteps} says why. */
final class Movers {
  private final SlotUses uses;
  private final Sharing sharing;
  private final Visibility visibility;
  private final SlotUse limits = new SlotUse();

  Movers(Spec spec, Cfg cfg) {
    uses = SlotUses.of(spec, cfg);
    sharing = new Sharing(cfg, uses);
    visibility = new Visibility(spec, cfg, uses, sharing.asked());
    spec.limits().forEach(limit -> uses.read(limit.within(), Scope.EMPTY, limits));
  }

  boolean isPassable(Cfg.Graph graph, Cfg.Node node) {
    return isOrdinary(node)
        && neverBlocks(node)
        && isUndisturbed(graph, node)
        && isHidden(graph, node)
        && isWithinLimits(graph, node);
  }

  /**
   * Whether no step to this label can cross a limit of the model: what lies beyond is not expanded,
   * and the steps from here are not taken then.
   */
  boolean isWithinLimits(Cfg.Graph graph, Cfg.Node node) {
    return graph.nodes().stream()
        .flatMap(n -> n.edges().stream())
        .filter(edge -> Cfg.Target.leaves(edge.target()).contains(node.number()))
        .allMatch(
            edge -> limits.looks.isEmpty() && !limits.reads.intersects(uses.edge(edge).changes()));
  }

  /** Whether only plain steps start here, none of which takes a mutex or can crash. */
  boolean isOrdinary(Cfg.Node node) {
    return !node.resting()
        && all(node, e -> e.kind() == Statement.Kind.PLAIN && e.acquired().isEmpty())
        && !canCrash(node);
  }

  boolean canCrash(Cfg.Node node) {
    return !all(node, edge -> !uses.edge(edge).canCrash);
  }

  boolean neverBlocks(Cfg.Node node) {
    return Guards.neverBlock(node.edges());
  }

  boolean isUndisturbed(Cfg.Graph graph, Cfg.Node node) {
    return all(
        node,
        edge -> {
          SlotUse use = uses.edge(edge);
          return use.looks.isEmpty()
              && !use.asksForWaiters
              && sharing.isUndisturbed(graph.process(), node, edge, use);
        });
  }

  boolean isHidden(Cfg.Graph graph, Cfg.Node node) {
    return all(node, edge -> isHidden(graph, node, edge));
  }

  private boolean isHidden(Cfg.Graph graph, Cfg.Node node, Cfg.Edge edge) {
    int process = graph.process();
    SlotUse use = uses.edge(edge);
    return Cfg.Target.leaves(edge.target()).stream()
        .allMatch(
            to ->
                visibility.isHidden(
                    process, node.number(), edge, use, to, sharing.held(process, node)));
  }

  private static boolean all(Cfg.Node node, Predicate<Cfg.Edge> what) {
    return node.edges().stream().allMatch(what);
  }
}
