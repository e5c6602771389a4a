package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.result.StateVector;

/**
 * Rebuilds shortest paths through the store without parent pointers: one sweep from the deepest
 * level wanted to the first, for all ends at once. A state's predecessor is the least state of the
 * level before that has a step to it, so the path is a function of its end.
 */
final class ShortestPaths {
  private final Run run;
  private final List<Predecessors> searchers;

  ShortestPaths(Run run) {
    this.run = run;
    searchers = run.crew.perWorker(() -> new Predecessors(run));
  }

  /**
   * The states in the store from an initial one to the end, for each violation.
   *
   * @param violations not null
   */
  Map<Violation, List<long[]>> to(List<Violation> violations) throws InterruptedException {
    final int deepest = violations.stream().mapToInt(Violation::depth).max().orElse(0);
    final Map<Violation, Node> ends = new LinkedHashMap<>();
    Map<StateVector, Node> nodes = Map.of();
    for (int depth = deepest; depth > 0; depth--) {
      nodes = withEndsAt(depth, nodes, violations, ends);
      nodes = predecessors(depth - 1, List.copyOf(nodes.values()));
    }
    withEndsAt(0, nodes, violations, ends);
    final Map<Violation, List<long[]>> paths = new LinkedHashMap<>();
    for (Violation violation : violations) paths.put(violation, ends.get(violation).path());
    return paths;
  }

  /** The nodes of one level, those in which a violation lies included. */
  private static Map<StateVector, Node> withEndsAt(
      int depth,
      Map<StateVector, Node> nodes,
      List<Violation> violations,
      Map<Violation, Node> ends) {
    final Map<StateVector, Node> all = new LinkedHashMap<>(nodes);
    for (Violation violation : violations) {
      if (violation.depth() != depth) continue;
      ends.put(
          violation,
          all.computeIfAbsent(
              new StateVector(violation.state()), s -> new Node(violation.state())));
    }
    return all;
  }

  /** Finds the predecessor of each node, at the depth given; returns them. */
  private Map<StateVector, Node> predecessors(int depth, List<Node> nodes)
      throws InterruptedException {
    run.clock.enter(Progress.Phase.COUNTEREXAMPLES, depth);
    final TargetTable targets = new TargetTable(nodes.stream().map(n -> n.state).toList());
    for (Predecessors searcher : searchers) searcher.lookFor(targets);
    run.crew.scan(run.levels.at(depth), searchers, new StopRequest(), run.clock);
    final Map<StateVector, Node> found = new LinkedHashMap<>();
    for (int target = 0; target < nodes.size(); target++) {
      final long[] least = least(target);
      nodes.get(target).predecessor =
          found.computeIfAbsent(new StateVector(least), s -> new Node(least));
    }
    return found;
  }

  private long[] least(int target) {
    return searchers.stream()
        .map(s -> s.least(target))
        .filter(s -> s != null)
        .min(Arrays::compareUnsigned)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "internal error: a state that was reached has no predecessor"));
  }

  private static final class Node {
    final long[] state;
    Node predecessor;

    Node(long[] state) {
      this.state = state;
    }

    List<long[]> path() {
      final List<long[]> path = new ArrayList<>();
      for (Node node = this; node != null; node = node.predecessor) path.add(node.state);
      Collections.reverse(path);
      return path;
    }
  }
}
