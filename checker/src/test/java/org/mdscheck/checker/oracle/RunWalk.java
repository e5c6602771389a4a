package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/** Walks a trace step by step with a fresh explorer. */
final class RunWalk implements Explorer.StepSink {
  private final Explorer explorer;
  private final List<Trace.Step> steps = new ArrayList<>();

  private RunWalk(TransitionSystem system) {
    explorer = system.newExplorer();
  }

  /** Fails unless every step of the trace is one of the system, from an initial state on. */
  static void assertIsARun(TransitionSystem system, Trace trace) {
    RunWalk walk = new RunWalk(system);
    walk.explorer.initialStates(walk);
    assertTrue(
        walk.steps.contains(new Trace.Step(-1, trace.initial())), "starts in an initial state");
    StateVector state = trace.initial();
    for (Trace.Step step : trace.steps()) {
      walk.steps.clear();
      walk.explorer.load(state.words());
      walk.explorer.successors(walk);
      assertTrue(walk.steps.contains(step), "no such step: " + step + " from " + state);
      state = step.state();
    }
  }

  @Override
  public void step(int action, long[] successor) {
    steps.add(new Trace.Step(action, new StateVector(successor)));
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    if (fatal) steps.add(new Trace.Step(action, null));
  }

  @Override
  public void error(int action, String message) {
    steps.add(new Trace.Step(action, null));
  }
}
