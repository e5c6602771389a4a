package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A transition system drawn by hand: nodes 0, 1, 2, ... and named edges. Built first, then only
 * read.
 */
final class GraphSystem implements TransitionSystem {
  /** A predicate on steps. */
  interface StepPredicate {
    boolean test(int from, int action, int to);
  }

  private record Edge(int action, int to, int check, boolean fatal, String message) {}

  private final int nodes;
  private final List<Integer> initial = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final Map<Integer, List<Edge>> edges = new TreeMap<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<IntPredicate> predicates = new ArrayList<>();
  private final List<StepPredicate> stepPredicates = new ArrayList<>();
  private IntPredicate mayStop = node -> true;
  private int bound = -1;

  GraphSystem(int nodes) {
    this.nodes = nodes;
    initial.add(0);
  }

  GraphSystem initial(Integer... nodes) {
    initial.clear();
    initial.addAll(List.of(nodes));
    return this;
  }

  GraphSystem edge(int from, String action, int to) {
    return edge(from, new Edge(action(action, false), to, -1, false, null));
  }

  GraphSystem fault(int from, String action, int to) {
    return edge(from, new Edge(action(action, true), to, -1, false, null));
  }

  /** A step that may never be taken. */
  GraphSystem option(int from, String action, int to) {
    return edge(from, new Edge(action(action, false, true), to, -1, false, null));
  }

  /** A step that fails a check; {@code to} does not matter if it is fatal. */
  GraphSystem failing(int from, String action, String property, boolean fatal, int to) {
    int number = action(action, false);
    checks.add(new Check(property, property + " at " + action, List.of(number)));
    return edge(from, new Edge(number, to, checks.size() - 1, fatal, null));
  }

  /** The steps of an action make a check, which they pass. */
  GraphSystem checked(String action, String property) {
    checks.add(new Check(property, property + " at " + action, List.of(action(action, false))));
    return this;
  }

  GraphSystem broken(int from, String action, String message) {
    return edge(from, new Edge(action(action, false), from, -1, false, message));
  }

  GraphSystem mustNotStop() {
    mayStop = node -> false;
    return this;
  }

  GraphSystem bound(IntPredicate predicate) {
    bound = predicate(predicate);
    return this;
  }

  int predicate(IntPredicate predicate) {
    predicates.add(predicate);
    return predicates.size() - 1;
  }

  int stepPredicate(StepPredicate predicate) {
    stepPredicates.add(predicate);
    return stepPredicates.size() - 1;
  }

  GraphSystem property(Property property) {
    properties.add(property);
    return this;
  }

  GraphSystem invariant(String name, IntPredicate predicate) {
    return property(
        new Property.Invariant(
            name, name, List.of(new Property.Clause("always", -1, predicate(predicate)))));
  }

  GraphSystem cover(String name, IntPredicate predicate) {
    return property(new Property.Cover(name, name, predicate(predicate)));
  }

  GraphSystem recovery(String name, IntPredicate premise, IntPredicate goal) {
    return property(
        new Property.Recovery(
            name, name, List.of(new Property.Clause("back", predicate(premise), predicate(goal)))));
  }

  /** The bucket of a step is 1 plus the parity of the node it leads to. */
  GraphSystem parityTally(String... ofActions) {
    final int[] ids = new int[ofActions.length];
    for (int i = 0; i < ids.length; i++) ids[i] = action(ofActions[i], false);
    tallies.add(new Tally("parity", ids, List.of("none", "even", "odd")));
    return this;
  }

  int action(String label) {
    return action(label, false);
  }

  private int action(String label, boolean fault) {
    return action(label, fault, false);
  }

  private int action(String label, boolean fault, boolean option) {
    for (Action action : actions) {
      if (action.label().equals(label)) return action.id();
    }
    actions.add(
        new Action(
            actions.size(),
            0,
            List.of("graph"),
            label,
            "graph: " + label,
            fault,
            option,
            null,
            null));
    return actions.size() - 1;
  }

  private GraphSystem edge(int from, Edge edge) {
    edges.computeIfAbsent(from, f -> new ArrayList<>()).add(edge);
    edges.get(from).sort((a, b) -> Integer.compare(a.action, b.action));
    return this;
  }

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public String hash() {
    return "0123456789abcdef";
  }

  @Override
  public StateLayout layout() {
    final Slot node =
        new Slot(
            0, "node", new Domain.Range(0, nodes - 1), "node", List.of(), Slot.Kind.SHARED, -1);
    return new StateLayout(
        List.of(node), List.of(), List.of(new StateLayout.Process("p", "p", null)));
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public List<Check> checks() {
    return checks;
  }

  @Override
  public List<Property> properties() {
    return properties;
  }

  @Override
  public List<Tally> tallies() {
    return tallies;
  }

  @Override
  public int boundPredicate() {
    return bound;
  }

  @Override
  public Explorer newExplorer() {
    return new GraphExplorer();
  }

  private final class GraphExplorer implements Explorer {
    private final long[] successor = new long[1];
    private int node;
    private Edge edge;

    @Override
    public void initialStates(StepSink sink) {
      for (int start : initial) emit(sink, -1, start);
    }

    @Override
    public void load(long[] state) {
      node = (int) state[0];
    }

    @Override
    public void successors(StepSink sink) {
      for (Edge next : edges.getOrDefault(node, List.of())) {
        edge = next;
        if (next.message != null) sink.error(next.action, next.message);
        else {
          if (next.check >= 0) sink.failed(next.action, next.check, next.fatal);
          if (!next.fatal) emit(sink, next.action, next.to);
        }
      }
    }

    @Override
    public void successors(int process, StepSink sink) {
      successors(sink); // there is one process
    }

    private void emit(StepSink sink, int action, int to) {
      successor[0] = to;
      sink.step(action, successor);
      successor[0] = -1; // whoever keeps the array will see it
    }

    @Override
    public boolean mayStop() {
      return mayStop.test(node);
    }

    @Override
    public boolean test(int statePredicate) {
      return predicates.get(statePredicate).test(node);
    }

    @Override
    public boolean testStep(int stepPredicate) {
      return stepPredicates.get(stepPredicate).test(node, edge.action, edge.to);
    }

    @Override
    public int tally(int tally) {
      return 1 + (edge.to & 1);
    }
  }
}
