package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.model.MutableGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which locks are taken: an arrow from each lock class to those taken while it is
 * held. Arrows on a cycle are red, since threads that go different ways round it can block each
 * other.
 *
 * @param title one line above the picture
 * @param orders who takes what while holding what, in any order
 * @param base what {@code isNew} compares with, such as {@code base}; empty if with nothing
 * @param palette the colours of the lock classes
 */
public record LockOrderPicture(String title, List<Order> orders, String base, LockPalette palette) {

  public LockOrderPicture {
    Objects.requireNonNull(title);
    Objects.requireNonNull(base);
    orders = List.copyOf(orders);
    for (Order order : orders) {
      palette.colour(order.held);
      palette.colour(order.acquired);
    }
  }

  /**
   * One lock class taken while another is held.
   *
   * @param functions the functions that do so, such as {@code check_new_map()}
   * @param isNew true if no function of the base variant does so
   */
  public record Order(String held, String acquired, List<String> functions, boolean isNew) {
    public Order {
      Objects.requireNonNull(held);
      Objects.requireNonNull(acquired);
      functions = List.copyOf(functions);
    }
  }

  /** Returns the picture as a graph for Graphviz to lay out. */
  public MutableGraph graph() {
    Diagram diagram = new Diagram("lock_order", title);
    for (String lockClass : palette.lockClasses()) {
      if (orders.stream().anyMatch(o -> o.held.equals(lockClass) || o.acquired.equals(lockClass))) {
        diagram.box(lockClass, palette.colour(lockClass));
      }
    }
    Map<String, Set<String>> next = successors();
    for (Order order : orders) {
      boolean onCycle = reaches(next, order.acquired, order.held);
      diagram.arrow(order.held, order.acquired, label(order), onCycle, order.isNew);
    }
    return diagram.graph(legend(next));
  }

  private List<String> label(Order order) {
    List<String> lines = new ArrayList<>(order.functions);
    if (order.isNew) {
      lines.replaceAll(line -> ">> " + line);
    }
    return lines;
  }

  private List<String> legend(Map<String, Set<String>> next) {
    List<String> lines = new ArrayList<>();
    lines.add("a -> b: the functions beside the arrow take b while they hold a");
    if (orders.stream().anyMatch(order -> reaches(next, order.acquired, order.held))) {
      lines.add("red: on a cycle; threads that enter it at different locks can block each other");
    }
    if (orders.stream().anyMatch(Order::isNew)) {
      lines.add(">> and a thick arrow: not in " + (base.isEmpty() ? "the base" : base));
    }
    return lines;
  }

  private Map<String, Set<String>> successors() {
    Map<String, Set<String>> next = new TreeMap<>();
    for (Order order : orders) {
      next.computeIfAbsent(order.held, lock -> new TreeSet<>()).add(order.acquired);
    }
    return next;
  }

  /** True if arrows lead from {@code from} to {@code to}; every lock class reaches itself. */
  private static boolean reaches(Map<String, Set<String>> next, String from, String to) {
    Set<String> seen = new TreeSet<>(Set.of(from));
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      for (String lock : next.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (seen.add(lock)) {
          open.add(lock);
        }
      }
    }
    return seen.contains(to);
  }
}
