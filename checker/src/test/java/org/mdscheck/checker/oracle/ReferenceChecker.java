package org.mdscheck.checker.oracle;

import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The plain checker: a map of states, a queue, one thread; nothing of the engine. Explores
 * everything, whatever is violated.
 */
public final class ReferenceChecker implements Explorer.StepSink {

  /**
   * What is known of one property in the end.
   *
   * @param violated the clauses that fail (for a check its text, for a stuck state the name of the
   *     property), each with the length of its shortest counterexample
   * @param vacuous the clauses whose premise was never true; for a cover never reached, or a check
   *     that no step made, its name
   */
  public record Finding(Map<String, Integer> violated, Set<String> vacuous) {
    /** Steps of the shortest counterexample. */
    public int shortest() {
      return violated.values().stream().mapToInt(length -> length).min().orElseThrow();
    }
  }

  private final TransitionSystem system;
  private final Explorer explorer;
  private final Map<LongBuffer, Integer> depths = new LinkedHashMap<>();
  private final Deque<LongBuffer> queue = new ArrayDeque<>();
  private final Map<LongBuffer, List<LongBuffer>> recoverableFrom = new HashMap<>();
  private final Set<LongBuffer> cutOff = new HashSet<>();
  private final Map<String, Map<String, Integer>> failures = new TreeMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();
  private long generated;
  private long stuck;
  private int depth;
  private LongBuffer current;
  private boolean moved;

  private ReferenceChecker(TransitionSystem system) {
    this.system = system;
    explorer = system.newExplorer();
  }

  /** Explores the whole system. */
  public static ReferenceChecker explore(TransitionSystem system) {
    return explore(system, Integer.MAX_VALUE).orElseThrow();
  }

  /** Explores the whole system, unless it has more states than {@code maxStates}. */
  public static Optional<ReferenceChecker> explore(TransitionSystem system, int maxStates) {
    ReferenceChecker checker = new ReferenceChecker(system);
    checker.explorer.initialStates(checker);
    while (!checker.queue.isEmpty()) {
      checker.expand(checker.queue.remove());
      if (checker.depths.size() > maxStates) return Optional.empty();
    }
    checker.each(Property.Recovery.class, checker::recover);
    return Optional.of(checker);
  }

  private void expand(LongBuffer state) {
    current = state;
    depth = depths.get(state);
    explorer.load(state.array());
    each(Property.Invariant.class, p -> testState(p.name(), p.clauses()));
    each(Property.Cover.class, p -> see(p.name(), p.name(), explorer.test(p.predicate())));
    if (system.boundPredicate() >= 0 && !explorer.test(system.boundPredicate())) {
      cutOff.add(state);
      return;
    }
    moved = false;
    explorer.successors(this);
    if (moved || explorer.mayStop()) return;
    stuck++;
    each(Property.NoStuckState.class, p -> fail(p.name(), p.name(), depth));
  }

  @Override
  public void step(int action, long[] successor) {
    generated++;
    moved = true;
    LongBuffer next = LongBuffer.wrap(successor.clone());
    if (action >= 0) {
      for (TransitionSystem.Check check : system.checks()) {
        see(check.property(), check.property(), check.actions().contains(action));
      }
      each(Property.StepInvariant.class, p -> testStep(p, action));
      if (system.actions().get(action).reliable())
        recoverableFrom.computeIfAbsent(next, s -> new ArrayList<>()).add(current);
    }
    if (depths.putIfAbsent(next, action < 0 ? 0 : depth + 1) == null) queue.add(next);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    moved = true;
    TransitionSystem.Check failed = system.checks().get(check);
    fail(failed.property(), failed.text(), depth + 1);
  }

  @Override
  public void error(int action, String message) {
    moved = true;
    errors.merge(message, depth + 1, Math::min);
  }

  private void testState(String property, List<Property.Clause> clauses) {
    for (Property.Clause c : clauses) {
      boolean applies = c.premise() < 0 || explorer.test(c.premise());
      see(property, c.name(), applies);
      if (applies && !explorer.test(c.conclusion())) fail(property, c.name(), depth);
    }
  }

  private void testStep(Property.StepInvariant p, int action) {
    for (int a : p.actions()) {
      if (a != action) continue;
      for (Property.Clause c : p.clauses()) {
        boolean applies = c.premise() < 0 || explorer.testStep(c.premise());
        see(p.name(), c.name(), applies);
        if (applies && !explorer.testStep(c.conclusion())) fail(p.name(), c.name(), depth + 1);
      }
    }
  }

  /**
   * A state recovers when it is a goal, is cut off by the bound, or has a step without fault to one
   * that does.
   */
  private void recover(Property.Recovery p) {
    for (Property.Clause c : p.clauses()) {
      Set<LongBuffer> recovers = new HashSet<>();
      Deque<LongBuffer> backwards = new ArrayDeque<>();
      for (LongBuffer state : depths.keySet()) {
        explorer.load(state.array());
        if (explorer.test(c.conclusion()) || cutOff.contains(state)) backwards.add(state);
      }
      while (!backwards.isEmpty()) {
        LongBuffer state = backwards.remove();
        if (recovers.add(state)) backwards.addAll(recoverableFrom.getOrDefault(state, List.of()));
      }
      for (LongBuffer state : depths.keySet()) {
        explorer.load(state.array());
        boolean applies = c.premise() < 0 || explorer.test(c.premise());
        see(p.name(), c.name(), applies);
        if (applies && !recovers.contains(state)) fail(p.name(), c.name(), depths.get(state));
      }
    }
  }

  private <P extends Property> void each(Class<P> kind, java.util.function.Consumer<P> action) {
    for (Property p : system.properties()) if (kind.isInstance(p)) action.accept(kind.cast(p));
  }

  private void fail(String property, String clause, int length) {
    failures.computeIfAbsent(property, p -> new TreeMap<>()).merge(clause, length, Math::min);
  }

  private void see(String property, String clause, boolean applies) {
    if (applies) seen.computeIfAbsent(property, p -> new HashSet<>()).add(clause);
  }

  // ---- what was found

  public long distinct() {
    return depths.size();
  }

  /** Steps taken, initial states included. */
  public long generated() {
    return generated;
  }

  /** The largest distance of a state from the initial ones. */
  public int depth() {
    return depths.values().stream().mapToInt(d -> d).max().orElseThrow();
  }

  public Set<LongBuffer> states() {
    return depths.keySet();
  }

  /** States without a step that are no legal end. */
  public long stuck() {
    return stuck;
  }

  /**
   * What is wrong with the model itself, each sentence with the length of the shortest run to it.
   */
  public Map<String, Integer> errors() {
    return errors;
  }

  /** By name of property. */
  public Map<String, Finding> findings() {
    Map<String, Finding> findings = new TreeMap<>();
    for (Property p : system.properties()) {
      Set<String> vacuous = new TreeSet<>(clauses(p));
      vacuous.removeAll(seen.getOrDefault(p.name(), Set.of()));
      findings.put(p.name(), new Finding(failures.getOrDefault(p.name(), Map.of()), vacuous));
    }
    return findings;
  }

  private static List<String> clauses(Property p) {
    if (p instanceof Property.Invariant i)
      return i.clauses().stream().map(Property.Clause::name).toList();
    if (p instanceof Property.StepInvariant s)
      return s.clauses().stream().map(Property.Clause::name).toList();
    if (p instanceof Property.Recovery r)
      return r.clauses().stream().map(Property.Clause::name).toList();
    return p instanceof Property.Cover || p instanceof Property.Checked
        ? List.of(p.name())
        : List.of();
  }
}
