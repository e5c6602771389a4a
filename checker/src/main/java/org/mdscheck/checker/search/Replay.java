package org.mdscheck.checker.search;

import java.util.Optional;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** Runs a counterexample again, step by step, without any reduction. */
public final class Replay {
  /** The clause of a counterexample to {@link Property.NoStuckState}. */
  static final String STUCK = "no step is possible and this is no end";

  private final TransitionSystem system;
  private final Explorer explorer;

  public Replay(TransitionSystem system) {
    this.system = system;
    explorer = system.newExplorer();
  }

  /**
   * What is wrong with a trace; empty if it is a run of the system that ends in the violation it
   * claims. Of a recovery property the claim that is checked is that its end has the premise and is
   * not the goal.
   */
  public Optional<String> mismatch(Trace trace) {
    if (!trace.systemHash().equals(system.hash())) {
      return Optional.of(
          "the trace belongs to model "
              + trace.systemHash()
              + ", not to "
              + system.name()
              + " ("
              + system.hash()
              + ")");
    }
    if (trace.initial() == null || !isInitial(trace.initial()))
      return Optional.of("the first state is not initial");
    for (int i = 0; i < trace.depth(); i++) {
      final Trace.Step step = trace.steps().get(i);
      if (step.state() == null) {
        if (i < trace.depth() - 1)
          return Optional.of("step " + (i + 1) + " has no state and is not the last");
      } else if (!Steps.from(system, explorer, trace.stateBefore(i), "").taken().contains(step)) {
        return Optional.of(
            "step " + (i + 1) + ": action " + step.action() + " does not lead to the state given");
      }
    }
    return endsInViolation(trace)
        ? Optional.empty()
        : Optional.of("its end does not violate " + trace.property() + ": " + trace.clause());
  }

  private boolean isInitial(StateVector state) {
    return Steps.initial(system, explorer).taken().contains(new Trace.Step(-1, state));
  }

  private boolean endsInViolation(Trace trace) {
    if (trace.property().equals(Trace.SPEC_ERROR)) return endsInViolatingStep(trace);
    final Property property =
        system.properties().stream()
            .filter(p -> p.name().equals(trace.property()))
            .findFirst()
            .orElse(null);
    if (property == null) return false;
    if (ConcreteRun.isViolatedByStep(property)) return endsInViolatingStep(trace);
    final StateVector last = trace.stateBefore(trace.depth());
    if (last == null) return false;
    if (property instanceof Property.NoStuckState) return isStuck(last);
    explorer.load(last.words());
    return PropertyTable.clausesOf(property).stream()
        .anyMatch(c -> c.name().equals(trace.clause()) && isFalse(c));
  }

  private boolean endsInViolatingStep(Trace trace) {
    if (trace.depth() == 0) return false;
    final StateVector before = trace.stateBefore(trace.depth() - 1);
    final Trace.Step last = trace.steps().get(trace.depth() - 1);
    return Steps.from(system, explorer, before, trace.property())
        .violating()
        .contains(new Steps.Violating(last, trace.clause()));
  }

  private boolean isStuck(StateVector state) {
    return Steps.from(system, explorer, state, "").isEmpty() && !explorer.mayStop();
  }

  private boolean isFalse(Property.Clause clause) {
    return (clause.premise() < 0 || explorer.test(clause.premise()))
        && !explorer.test(clause.conclusion());
  }
}
