package org.mdscheck.traces.locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Circles in "is held while the other is waited for", of lock classes and of waits that are not for
 * locks. Threads that go different ways round a circle can block each other.
 */
public final class LockCycles {
  /**
   * {@code to} is waited for while {@code from} is held; from a wait to a lock: who ends the wait
   * holds the lock.
   */
  public record Edge(String from, String to) {}

  private LockCycles() {}

  /** The edge that a fact shows: one for each lock held; none of a race. */
  public static List<Edge> edgesOf(Fact fact) {
    if (fact instanceof Fact.Taken taken) return List.of(new Edge(taken.held(), taken.taken()));
    if (fact instanceof Fact.Waiting waiting)
      return waiting.held().stream().map(held -> new Edge(held, waiting.at().name())).toList();
    if (fact instanceof Fact.Ended ended)
      return ended.held().stream().map(held -> new Edge(ended.at().name(), held)).toList();
    return List.of();
  }

  /**
   * The edge between a thread and a wait that a fact shows, if it does: from who waits to the wait,
   * from there to who ends it.
   */
  public static List<Edge> threadEdgesOf(Fact fact) {
    if (fact instanceof Fact.Waiting waiting)
      return List.of(new Edge(waiting.thread(), waiting.at().name()));
    if (fact instanceof Fact.Ended ended)
      return List.of(new Edge(ended.at().name(), ended.thread()));
    return List.of();
  }

  /**
   * Circles of threads that wait for each other, no lock being among what they wait for: lockdep
   * knows of none of them. Threads of one family count as one, so it can be that no two of them
   * ever meet.
   */
  public static List<List<Edge>> ofThreads(Collection<Fact> facts) {
    return circles(facts, LockCycles::threadEdgesOf);
  }

  /**
   * For each edge that lies on a circle a shortest one through it, each circle once, the same each
   * time. A circle begins with the least of its edges.
   */
  public static List<List<Edge>> of(Collection<Fact> facts) {
    return circles(facts, LockCycles::edgesOf);
  }

  private static List<List<Edge>> circles(
      Collection<Fact> facts, Function<Fact, List<Edge>> edgesOf) {
    final SortedSet<Edge> edges =
        new TreeSet<>(Comparator.comparing(Edge::from).thenComparing(Edge::to));
    facts.forEach(fact -> edges.addAll(edgesOf.apply(fact)));
    final List<List<Edge>> cycles = new ArrayList<>();
    final Set<Set<Edge>> known = new HashSet<>();
    for (Edge edge : edges) {
      final List<Edge> cycle = through(edge, edges);
      if (!cycle.isEmpty() && known.add(new HashSet<>(cycle))) cycles.add(cycle);
    }
    return cycles;
  }

  /** The edge and a shortest way back from its end; empty if there is none. */
  private static List<Edge> through(Edge first, SortedSet<Edge> edges) {
    final Map<String, List<Edge>> ways = new HashMap<>(Map.of(first.to, List.of(first)));
    final Deque<String> open = new ArrayDeque<>(List.of(first.to));
    while (!open.isEmpty()) {
      final String at = open.remove();
      if (at.equals(first.from)) return ways.get(at);
      for (Edge next : edges) {
        if (!next.from.equals(at) || ways.containsKey(next.to)) continue;
        final List<Edge> way = new ArrayList<>(ways.get(at));
        way.add(next);
        ways.put(next.to, way);
        open.add(next.to);
      }
    }
    return List.of();
  }
}
