package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Turns a path of representatives into one concrete run: from the least initial state that the
 * first one stands for, always the least step, by action and state, whose state the next one stands
 * for. Without symmetry that finds the actions.
 */
final class ConcreteRun {
  private final TransitionSystem system;
  private final Explorer explorer;
  private final Canonicaliser canonicaliser;

  ConcreteRun(Run run) {
    system = run.system;
    explorer = run.system.newExplorer();
    canonicaliser = run.symmetry.newCanonicaliser();
  }

  /**
   * The counterexample of a property.
   *
   * @param path representatives, from an initial one to the one of the violation
   * @param property name, or {@link Trace#SPEC_ERROR}
   * @param clause name of the clause or text of the check; null for a fault of the spec
   * @param endsInStep whether it is a step from the last state that violates the property, not the
   *     state
   */
  Trace trace(List<long[]> path, String property, String clause, boolean endsInStep) {
    final StateVector initial = next(Steps.initial(system, explorer), path.get(0)).state();
    final List<Trace.Step> steps = new ArrayList<>();
    StateVector state = initial;
    for (long[] representative : path.subList(1, path.size())) {
      final Trace.Step step = next(Steps.from(system, explorer, state, property), representative);
      steps.add(step);
      state = step.state();
    }
    if (!endsInStep) return new Trace(system.hash(), property, clause, initial, steps);
    final Steps.Violating last = last(Steps.from(system, explorer, state, property), clause);
    steps.add(last.step());
    return new Trace(system.hash(), property, last.clause(), initial, steps);
  }

  /** Whether properties of this kind are violated by steps. */
  static boolean isViolatedByStep(Property property) {
    return property instanceof Property.StepInvariant || property instanceof Property.Checked;
  }

  private Trace.Step next(Steps steps, long[] representative) {
    return steps.taken().stream()
        .filter(s -> Arrays.equals(canonicaliser.representative(s.state().words()), representative))
        .min(Steps.ORDER)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "internal error: a path of the search is no path of " + system.name()));
  }

  private Steps.Violating last(Steps steps, String clause) {
    return steps.violating().stream()
        .filter(v -> clause == null || v.clause().equals(clause))
        .min(
            Comparator.comparing(Steps.Violating::step, Steps.ORDER)
                .thenComparing(Steps.Violating::clause))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "internal error: no step violates \""
                        + clause
                        + "\" where the search said so"));
  }
}
