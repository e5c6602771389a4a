package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Turns a path of representatives into one concrete run: from the least initial state that the
 * first one stands for, always the least step, by action and state, whose state the next one stands
 * for. Without symmetry that finds the actions. A system that was reduced has a reference, which
 * takes the parts of each of these steps beside it: the run is one of the reference.
 */
final class ConcreteRun {
  private static final Comparator<Steps.Violating> ORDER =
      Comparator.comparing(Steps.Violating::step, Steps.ORDER)
          .thenComparing(Steps.Violating::clause);

  private final TransitionSystem system;
  private final Explorer explorer;
  private final Canonicaliser canonicaliser;
  private final TransitionSystem reference;
  private final Explorer beside; // of the reference

  ConcreteRun(Run run) {
    system = run.system;
    explorer = run.system.newExplorer();
    reference = system.reference();
    beside = reference.newExplorer();
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
    StateVector state = next(Steps.initial(system, explorer), path.get(0)).state();
    final StateVector initial = concreteInitial(state);
    StateVector concrete = initial;
    final List<Trace.Step> steps = new ArrayList<>();
    for (long[] representative : path.subList(1, path.size())) {
      final Trace.Step step = next(Steps.from(system, explorer, state, property), representative);
      state = step.state();
      steps.addAll(parts(step, concrete));
      concrete = steps.get(steps.size() - 1).state();
    }
    if (!endsInStep) return new Trace(system.hash(), property, clause, initial, steps);
    final Steps.Violating last = last(Steps.from(system, explorer, state, property), clause);
    return new Trace(
        system.hash(), property, addLast(last, concrete, property, steps), initial, steps);
  }

  /** Whether properties of this kind are violated by steps. */
  static boolean isViolatedByStep(Property property) {
    return property instanceof Property.StepInvariant || property instanceof Property.Checked;
  }

  private StateVector concreteInitial(StateVector state) {
    if (reference == system) return state;
    return least(Steps.initial(reference, beside), -1).state();
  }

  /** What the reference does while the system takes the step. */
  private List<Trace.Step> parts(Trace.Step step, StateVector from) {
    if (reference == system) return List.of(step);
    final List<Trace.Step> parts = new ArrayList<>();
    StateVector at = from;
    for (int part : system.expansion(step.action())) {
      parts.add(least(Steps.from(reference, beside, at, ""), part));
      at = parts.get(parts.size() - 1).state();
    }
    return parts;
  }

  /** Adds the parts of the violating step up to the one that violates; returns its clause. */
  private String addLast(
      Steps.Violating last, StateVector from, String property, List<Trace.Step> steps) {
    if (reference == system) {
      steps.add(last.step());
      return last.clause();
    }
    StateVector at = from;
    for (int part : system.expansion(last.step().action())) {
      final Steps here = Steps.from(reference, beside, at, property);
      final Optional<Steps.Violating> violating =
          here.violating().stream()
              .filter(v -> v.step().action() == part && isWanted(v, last, property))
              .min(ORDER);
      if (violating.isPresent()) {
        steps.add(violating.get().step());
        return violating.get().clause();
      }
      final Trace.Step step = least(here, part);
      steps.add(step);
      at = step.state();
    }
    throw contradiction("no part of a step violates \"" + last.clause() + "\" as the step does");
  }

  /** The text of a fault names the part. */
  private static boolean isWanted(Steps.Violating v, Steps.Violating last, String property) {
    return property.equals(Trace.SPEC_ERROR) || v.clause().equals(last.clause());
  }

  private Trace.Step least(Steps steps, int action) {
    return steps.taken().stream()
        .filter(s -> s.action() == action)
        .min(Steps.ORDER)
        .orElseThrow(
            () -> contradiction("a part of action " + action + " is no step of the reference"));
  }

  private IllegalStateException contradiction(String what) {
    return new IllegalStateException("internal error: " + what + " of " + system.name());
  }

  private Trace.Step next(Steps steps, long[] representative) {
    return steps.taken().stream()
        .filter(s -> Arrays.equals(canonicaliser.representative(s.state().words()), representative))
        .min(Steps.ORDER)
        .orElseThrow(() -> contradiction("a path of the search is no path"));
  }

  private Steps.Violating last(Steps steps, String clause) {
    return steps.violating().stream()
        .filter(v -> clause == null || v.clause().equals(clause))
        .min(ORDER)
        .orElseThrow(
            () -> contradiction("no step violates \"" + clause + "\" where the search said so"));
  }
}
