package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * All steps of one state, kept as values, and which of them violate one property. For traces: it
 * allocates.
 */
final class Steps implements Explorer.StepSink {
  /** By action, then by state; a step without state first. */
  static final Comparator<Trace.Step> ORDER =
      Comparator.comparingInt(Trace.Step::action)
          .thenComparing(Trace.Step::state, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * A step that violates the property.
   *
   * @param clause the clause, the text of the check, or the message
   */
  record Violating(Trace.Step step, String clause) {}

  private final TransitionSystem system;
  private final Explorer explorer;
  private final String property;
  private final Property.StepInvariant stepInvariant; // null unless the property is one
  private final List<Trace.Step> taken = new ArrayList<>();
  private final List<Violating> violating = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>(); // of the step that is emitted next
  private boolean ended;

  private Steps(TransitionSystem system, Explorer explorer, String property) {
    this.system = system;
    this.explorer = explorer;
    this.property = property;
    stepInvariant =
        system.properties().stream()
            .filter(p -> p instanceof Property.StepInvariant && p.name().equals(property))
            .map(Property.StepInvariant.class::cast)
            .findFirst()
            .orElse(null);
  }

  /**
   * The steps of a state.
   *
   * @param property name of the property whose violations are wanted; may be {@link
   *     Trace#SPEC_ERROR}
   */
  static Steps from(
      TransitionSystem system, Explorer explorer, StateVector state, String property) {
    final Steps steps = new Steps(system, explorer, property);
    explorer.load(state.words());
    explorer.successors(steps);
    return steps;
  }

  /** The initial states, as steps of action -1. */
  static Steps initial(TransitionSystem system, Explorer explorer) {
    final Steps steps = new Steps(system, explorer, "");
    explorer.initialStates(steps);
    return steps;
  }

  /** The steps that lead to a state. */
  List<Trace.Step> taken() {
    return taken;
  }

  List<Violating> violating() {
    return violating;
  }

  /** Whether there is no step, not even one that ended in a failure. */
  boolean isEmpty() {
    return taken.isEmpty() && !ended;
  }

  @Override
  public void step(int action, long[] successor) {
    final Trace.Step step = new Trace.Step(action, new StateVector(successor));
    taken.add(step);
    takeWarnings(step);
    if (stepInvariant != null && contains(stepInvariant.actions(), action)) testClauses(step);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    final TransitionSystem.Check failed = system.checks().get(check);
    if (fatal) end(action);
    if (!failed.property().equals(property)) return;
    if (fatal) violating.add(new Violating(new Trace.Step(action, null), failed.text()));
    else warnings.add(failed.text());
  }

  @Override
  public void error(int action, String message) {
    end(action);
    if (property.equals(Trace.SPEC_ERROR))
      violating.add(new Violating(new Trace.Step(action, null), message));
  }

  /** The step goes no further; what it was warned of before counts all the same. */
  private void end(int action) {
    ended = true;
    takeWarnings(new Trace.Step(action, null));
  }

  private void takeWarnings(Trace.Step step) {
    for (String warning : warnings) violating.add(new Violating(step, warning));
    warnings.clear();
  }

  private void testClauses(Trace.Step step) {
    for (Property.Clause clause : stepInvariant.clauses()) {
      if (clause.premise() >= 0 && !explorer.testStep(clause.premise())) continue;
      if (!explorer.testStep(clause.conclusion()))
        violating.add(new Violating(step, clause.name()));
    }
  }

  private static boolean contains(int[] actions, int action) {
    for (int a : actions) {
      if (a == action) return true;
    }
    return false;
  }
}
