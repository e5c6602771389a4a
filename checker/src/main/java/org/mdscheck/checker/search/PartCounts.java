package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What was counted of the actions of a system, told of the actions of its reference: a step counts
 * for each of its parts, and what a tally recorded of it belongs to the part that the tally looks
 * at.
 */
final class PartCounts {
  private final TransitionSystem system;
  private final TransitionSystem reference;
  private final Counts counts;

  PartCounts(TransitionSystem system, Counts counts) {
    this.system = system;
    this.counts = counts;
    reference = system.reference();
  }

  /** By action of the reference. */
  List<Long> steps() {
    final long[] steps = new long[reference.actions().size()];
    for (int action = 0; action < counts.steps.length; action++) {
      for (int part : system.expansion(action)) steps[part] += counts.steps[action];
    }
    return Arrays.stream(steps).boxed().toList();
  }

  List<TallyResult> tallies() {
    final List<TallyResult> tallies = new ArrayList<>();
    for (int t = 0; t < counts.buckets.length; t++) tallies.add(tally(t));
    return tallies;
  }

  private TallyResult tally(int t) {
    final int[] actions = system.tallies().get(t).actions();
    final int[] recorded = reference.tallies().get(t).actions();
    final BitSet[] buckets = new BitSet[recorded.length];
    for (int i = 0; i < buckets.length; i++) buckets[i] = new BitSet();
    for (int i = 0; i < actions.length; i++) {
      for (int part : system.expansion(actions[i])) {
        final int at = Arrays.binarySearch(recorded, part);
        if (at >= 0) buckets[at].or(counts.buckets[t][i]);
      }
    }
    return TallyResult.of(system.tallies().get(t).name(), recorded, buckets);
  }
}
