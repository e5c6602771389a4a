package org.mdscheck.traces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.graphviz.LockOrderPicture;
import org.mdscheck.traces.graphviz.LockPalette;

/**
 * Which lock classes are taken while which are held, and by which functions, over all reachable
 * steps. Immutable.
 *
 * @param lockClasses of the system, sorted
 * @param edges sorted by class held, then by class taken
 */
public record LockOrder(List<String> lockClasses, List<Edge> edges) {
  /** Name of the tally that it is read from: its buckets name the classes held. */
  public static final String TALLY = "lock-order";

  private static final String BETWEEN_CLASSES = ", ";

  /**
   * One class taken while another, or another mutex of the same, is held.
   *
   * @param functions those that take it, sorted
   */
  public record Edge(String held, String taken, List<String> functions) {
    public Edge {
      functions = List.copyOf(functions);
    }
  }

  public LockOrder {
    lockClasses = List.copyOf(lockClasses);
    edges = List.copyOf(edges);
  }

  /**
   * @param result of the tally {@link #TALLY}
   */
  public static LockOrder of(TransitionSystem system, TallyResult result) {
    final SortedMap<String, SortedMap<String, Set<String>>> functions = new TreeMap<>();
    for (TalliedAction tallied : TalliedAction.of(system, result)) {
      for (String held : tallied.bucket().split(BETWEEN_CLASSES)) {
        functions
            .computeIfAbsent(held, h -> new TreeMap<>())
            .computeIfAbsent(tallied.action().acquires(), t -> new TreeSet<>())
            .add(tallied.function());
      }
    }
    final List<Edge> edges = new ArrayList<>();
    functions.forEach(
        (held, takers) ->
            takers.forEach((taken, by) -> edges.add(new Edge(held, taken, List.copyOf(by)))));
    return new LockOrder(lockClasses(system), edges);
  }

  /** The lock classes of a system, sorted. */
  static List<String> lockClasses(TransitionSystem system) {
    final Set<String> classes = new TreeSet<>();
    for (TransitionSystem.Tally tally : system.tallies()) {
      if (!tally.name().equals(TALLY)) continue;
      for (String bucket : tally.bucketNames()) {
        if (!bucket.isEmpty()) classes.addAll(List.of(bucket.split(BETWEEN_CLASSES)));
      }
    }
    return List.copyOf(classes);
  }

  /** Whether threads that go different ways round a circle of edges through it can block. */
  public boolean isOnCycle(Edge edge) {
    final Set<String> reached = new HashSet<>(Set.of(edge.taken));
    final Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      final String from = open.pop();
      for (Edge next : edges) {
        if (next.held.equals(from) && reached.add(next.taken)) open.push(next.taken);
      }
    }
    return reached.contains(edge.held);
  }

  /** Whether a class is taken while another is held, whoever does so. */
  public boolean contains(String held, String taken) {
    return edges.stream().anyMatch(e -> e.held.equals(held) && e.taken.equals(taken));
  }

  /** An edge on a line, with its functions below; ASCII, at most 70 columns. */
  public String text() {
    final Lines out = new Lines();
    if (edges.isEmpty()) out.add(0, "No lock is taken while another is held.");
    for (Edge edge : edges) {
      out.add(0, edge.held + " -> " + edge.taken + (isOnCycle(edge) ? " (on a cycle)" : ""));
      out.list("    ", edge.functions);
    }
    return out.toString();
  }

  /** The edges as a picture. */
  public LockOrderPicture picture(String title) {
    return picture(title, "", this);
  }

  /** The same, with the edges marked that another system lacks. */
  public LockOrderPicture picture(String title, String baseName, LockOrder base) {
    return new LockOrderPicture(
        title,
        edges.stream()
            .map(
                edge ->
                    new LockOrderPicture.Order(
                        edge.held,
                        edge.taken,
                        edge.functions,
                        !base.contains(edge.held, edge.taken)))
            .toList(),
        baseName,
        new LockPalette(lockClasses));
  }
}
