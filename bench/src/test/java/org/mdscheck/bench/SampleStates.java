package org.mdscheck.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/** The first states of a system, breadth first, by a plain search. */
final class SampleStates implements Explorer.StepSink {
  private final Set<StateVector> seen = new HashSet<>();
  private final List<StateVector> queue = new ArrayList<>();

  private SampleStates() {}

  /**
   * About so many different states, or all there are, in an order that mixes depths.
   *
   * @throws IllegalStateException if a step fails
   */
  static long[][] of(TransitionSystem system, int count) {
    final SampleStates sample = new SampleStates();
    final Explorer explorer = system.newExplorer();
    explorer.initialStates(sample);
    for (int i = 0; i < sample.queue.size() && sample.queue.size() < count; i++) {
      explorer.load(sample.queue.get(i).words());
      explorer.successors(sample);
    }
    Collections.shuffle(sample.queue, new Random(1));
    return sample.queue.stream().map(StateVector::words).toArray(long[][]::new);
  }

  @Override
  public void step(int action, long[] successor) {
    final StateVector state = new StateVector(successor);
    if (seen.add(state)) queue.add(state);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    throw new IllegalStateException("a check fails");
  }

  @Override
  public void error(int action, String message) {
    throw new IllegalStateException(message);
  }
}
