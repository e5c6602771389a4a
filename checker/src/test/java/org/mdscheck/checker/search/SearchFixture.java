package org.mdscheck.checker.search;

import java.util.Random;
import java.util.stream.IntStream;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.TransitionSystem;

/** What the tests of the search share. */
final class SearchFixture {
  private SearchFixture() {}

  static CheckResult check(TransitionSystem system) throws InterruptedException {
    return check(system, SearchOptions.defaults().withWorkers(1));
  }

  static CheckResult check(TransitionSystem system, SearchOptions options)
      throws InterruptedException {
    return new Search(system, options).run(ProgressListener.NONE);
  }

  static PropertyResult property(CheckResult result, String name) {
    return result.property(name).orElseThrow();
  }

  /** The nodes of a trace through a {@link GraphSystem}; -1 for a step without state. */
  static int[] nodes(Trace trace) {
    return IntStream.rangeClosed(0, trace.depth())
        .map(i -> trace.stateBefore(i) == null ? -1 : (int) trace.stateBefore(i).words()[0])
        .toArray();
  }

  /** A random graph in which most nodes can be reached. */
  static GraphSystem randomGraph(long seed, int nodes, int edgesPerNode) {
    final Random random = new Random(seed);
    final GraphSystem graph = new GraphSystem(nodes);
    for (int node = 0; node < nodes; node++) {
      for (int e = 0; e < edgesPerNode; e++)
        graph.edge(node, "a" + random.nextInt(5), random.nextInt(nodes));
    }
    return graph;
  }

  /** 0 to 1 to 2 and so on. */
  static GraphSystem line(int nodes) {
    final GraphSystem graph = new GraphSystem(nodes);
    for (int node = 0; node + 1 < nodes; node++) graph.edge(node, "next", node + 1);
    return graph;
  }
}
