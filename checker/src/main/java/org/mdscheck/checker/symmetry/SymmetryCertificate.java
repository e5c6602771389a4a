package org.mdscheck.checker.symmetry;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Tries whether a system really is symmetric: on the first states of a plain breadth-first search,
 * and for permutations that generate the group, the steps of the permuted state are the permuted
 * steps, and every predicate, step predicate and failed check is the same. It can refute symmetry,
 * not prove it; the type rules of the language do that.
 */
final class SymmetryCertificate {
  private static final int FIRST_STATES = 1000;

  private final TransitionSystem system;
  private final List<Property> properties;
  private final List<Permutation> generators;
  private final Explorer explorer;
  private final int words;

  /**
   * @param properties those that are to be checked under the symmetry
   * @param generators permutations that generate the group
   */
  SymmetryCertificate(
      TransitionSystem system, List<Property> properties, List<Permutation> generators) {
    this.system = system;
    this.properties = List.copyOf(properties);
    this.generators = List.copyOf(generators);
    explorer = system.newExplorer();
    words = system.layout().words();
  }

  /**
   * What breaks the symmetry at the initial states and the first states of a plain breadth-first
   * search, in a sentence that names it; empty if nothing does.
   */
  Optional<String> refutationNearStart() {
    if (generators.isEmpty()) return Optional.empty();
    final Set<ObservedSteps.Arrival> initial =
        ObservedSteps.initial(system, explorer).steps().keySet();
    for (Permutation permutation : generators) {
      if (!permuted(initial, permutation).equals(initial))
        return refused("the initial states do", permutation);
    }
    return refutation(firstStates(initial));
  }

  /** What breaks the symmetry at one of some states; empty if nothing does. */
  Optional<String> refutation(List<long[]> states) {
    for (long[] state : states) {
      final StateFacts facts = StateFacts.of(system, properties, explorer, state);
      final ObservedSteps steps = ObservedSteps.from(system, properties, explorer, state);
      for (Permutation permutation : generators) {
        final Optional<String> refutation = compare(state, facts, steps, permutation);
        if (refutation.isPresent()) return refutation;
      }
    }
    return Optional.empty();
  }

  private List<long[]> firstStates(Set<ObservedSteps.Arrival> initial) {
    final Set<LongBuffer> seen = new HashSet<>();
    final List<long[]> queue = new ArrayList<>();
    for (ObservedSteps.Arrival arrival : initial) add(arrival.state(), seen, queue);
    for (int i = 0; i < queue.size() && queue.size() < FIRST_STATES; i++) {
      if (!StateFacts.of(system, List.of(), explorer, queue.get(i)).isExpanded()) continue;
      for (ObservedSteps.Arrival arrival :
          ObservedSteps.from(system, List.of(), explorer, queue.get(i)).steps().keySet()) {
        if (arrival.state() != null) add(arrival.state(), seen, queue);
      }
    }
    return queue;
  }

  private static void add(LongBuffer state, Set<LongBuffer> seen, List<long[]> queue) {
    if (queue.size() < FIRST_STATES && seen.add(state)) queue.add(state.array());
  }

  private Optional<String> compare(
      long[] state, StateFacts facts, ObservedSteps steps, Permutation permutation) {
    final long[] image = new long[words];
    permutation.apply(state, image);
    final Optional<String> fact =
        facts.difference(StateFacts.of(system, properties, explorer, image));
    if (fact.isPresent()) return refused(fact.get() + " does", permutation);
    final ObservedSteps imageSteps = ObservedSteps.from(system, properties, explorer, image);
    final Set<ObservedSteps.Arrival> expected = permuted(steps.steps().keySet(), permutation);
    for (Map.Entry<ObservedSteps.Arrival, Integer> step : imageSteps.steps().entrySet()) {
      if (!expected.contains(step.getKey())) return refused(action(step.getValue()), permutation);
    }
    for (Map.Entry<ObservedSteps.Arrival, Integer> step : steps.steps().entrySet()) {
      if (!imageSteps.steps().containsKey(permuted(step.getKey(), permutation))) {
        return refused(action(step.getValue()), permutation);
      }
    }
    return compareOutcomes(steps, imageSteps, permutation);
  }

  private Optional<String> compareOutcomes(
      ObservedSteps steps, ObservedSteps imageSteps, Permutation permutation) {
    final Set<ObservedSteps.Outcome> expected = new HashSet<>();
    for (ObservedSteps.Outcome outcome : steps.outcomes())
      expected.add(outcome.at(permuted(outcome.state(), permutation)));
    for (ObservedSteps.Outcome outcome : imageSteps.outcomes()) {
      if (!expected.remove(outcome))
        return refused("property " + outcome.property() + " does", permutation);
    }
    return expected.stream()
        .findFirst()
        .flatMap(o -> refused("property " + o.property() + " does", permutation));
  }

  private String action(int action) {
    final var data = system.actions().get(action);
    return "action \""
        + data.source()
        + "\" of process "
        + system.layout().processes().get(data.process()).name()
        + " does";
  }

  private static Optional<String> refused(String culprit, Permutation permutation) {
    return Optional.of(
        culprit
            + " not treat all ids of "
            + permutation
            + " alike: check without symmetry, or declare the scalarset asymmetric");
  }

  private Set<ObservedSteps.Arrival> permuted(
      Set<ObservedSteps.Arrival> arrivals, Permutation permutation) {
    final Set<ObservedSteps.Arrival> result = new HashSet<>();
    for (ObservedSteps.Arrival arrival : arrivals) result.add(permuted(arrival, permutation));
    return result;
  }

  private ObservedSteps.Arrival permuted(ObservedSteps.Arrival arrival, Permutation permutation) {
    return new ObservedSteps.Arrival(permuted(arrival.state(), permutation), arrival.reliable());
  }

  /** Null for a step without state. */
  private LongBuffer permuted(LongBuffer state, Permutation permutation) {
    if (state == null) return null;
    final long[] image = new long[words];
    permutation.apply(state.array(), image);
    return LongBuffer.wrap(image);
  }
}
