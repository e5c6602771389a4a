package org.mdscheck.checker.reduction;

import org.mdscheck.checker.system.Explorer.StepSink;

/** Chooses, for one thread, the steps of a state that are explored. */
@FunctionalInterface
public interface StepChooser {
  /**
   * Emits the steps to explore. Allocates nothing.
   *
   * @param state the one that the explorer has loaded
   */
  void successors(long[] state, StepSink sink);
}
