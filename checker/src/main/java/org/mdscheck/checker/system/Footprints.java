package org.mdscheck.checker.system;

import java.util.BitSet;
import java.util.List;

/**
 * The static facts that partial-order reduction rests on.
 *
 * @param starts by process: the labels at which it may start
 * @param actions by action
 * @param statePredicates by number: what a state predicate looks at
 * @param stepPredicates by number: what a step predicate looks at, before or after the step
 * @param tallies by number: what the bucket of a step depends on
 */
public record Footprints(
    List<BitSet> starts,
    List<ActionFootprint> actions,
    List<View> statePredicates,
    List<View> stepPredicates,
    List<View> tallies) {
  public Footprints {
    starts = List.copyOf(starts);
    actions = List.copyOf(actions);
    statePredicates = List.copyOf(statePredicates);
    stepPredicates = List.copyOf(stepPredicates);
    tallies = List.copyOf(tallies);
  }

  /**
   * What a predicate can see of a state. Which mutexes the process that takes a step owns itself is
   * left out of the view of a step.
   */
  public record View(BitSet slots, List<ActionFootprint.LabelSet> labels) {
    public View {
      labels = List.copyOf(labels);
    }
  }
}
