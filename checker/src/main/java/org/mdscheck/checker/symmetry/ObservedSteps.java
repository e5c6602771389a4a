package org.mdscheck.checker.symmetry;

import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** All steps of one state and what the properties say of them, as values that can be compared. */
final class ObservedSteps implements Explorer.StepSink {
  /**
   * Where a step leads.
   *
   * @param state null if the step has none
   * @param reliable whether recovery may rely on it
   */
  record Arrival(LongBuffer state, boolean reliable) {}

  /**
   * What a step means to a property.
   *
   * @param state where the step leads; null if nowhere
   * @param property name
   * @param what a clause and its truth, or how severe a failed check is
   */
  record Outcome(LongBuffer state, String property, String what) {
    Outcome at(LongBuffer other) {
      return new Outcome(other, property, what);
    }
  }

  private static final String FAULTY_SPEC = "faulty step";

  private final TransitionSystem system;
  private final List<Property> properties;
  private final Explorer explorer;
  private final Map<Arrival, Integer> steps = new LinkedHashMap<>();
  private final Set<Outcome> outcomes = new HashSet<>();

  private ObservedSteps(TransitionSystem system, List<Property> properties, Explorer explorer) {
    this.system = system;
    this.properties = properties;
    this.explorer = explorer;
  }

  /** Loads the state and takes all its steps. */
  static ObservedSteps from(
      TransitionSystem system, List<Property> properties, Explorer explorer, long[] state) {
    final ObservedSteps steps = new ObservedSteps(system, properties, explorer);
    explorer.load(state);
    explorer.successors(steps);
    return steps;
  }

  static ObservedSteps initial(TransitionSystem system, Explorer explorer) {
    final ObservedSteps steps = new ObservedSteps(system, List.of(), explorer);
    explorer.initialStates(steps);
    return steps;
  }

  /** Where the steps lead, each with an action that leads there. */
  Map<Arrival, Integer> steps() {
    return steps;
  }

  Set<Outcome> outcomes() {
    return outcomes;
  }

  @Override
  public void step(int action, long[] successor) {
    final LongBuffer state = LongBuffer.wrap(successor.clone());
    steps.putIfAbsent(
        new Arrival(state, action < 0 || system.actions().get(action).reliable()), action);
    for (Property property : properties) {
      if (property instanceof Property.StepInvariant s && contains(s.actions(), action)) {
        for (Property.Clause clause : s.clauses())
          outcomes.add(new Outcome(state, s.name(), truth(clause)));
      }
    }
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    outcomes.add(
        new Outcome(null, system.checks().get(check).property(), fatal ? "fatal" : "warning"));
  }

  @Override
  public void error(int action, String message) {
    steps.putIfAbsent(new Arrival(null, false), action);
    outcomes.add(new Outcome(null, FAULTY_SPEC, ""));
  }

  private String truth(Property.Clause clause) {
    if (clause.premise() >= 0 && !explorer.testStep(clause.premise()))
      return clause.name() + " does not apply";
    return clause.name() + (explorer.testStep(clause.conclusion()) ? " is true" : " is false");
  }

  private static boolean contains(int[] actions, int action) {
    for (int a : actions) {
      if (a == action) return true;
    }
    return false;
  }
}
