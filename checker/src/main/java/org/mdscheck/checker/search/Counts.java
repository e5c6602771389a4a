package org.mdscheck.checker.search;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.TransitionSystem;

/** Counts of steps: one worker's on one level, or the sum of finished levels. Not thread-safe. */
final class Counts {
  final long[] steps; // by action
  final BitSet[][] buckets; // by tally and position of the action in it
  long generated;
  long stuck;
  long ended;
  long cut;

  Counts(TransitionSystem system) {
    steps = new long[system.actions().size()];
    final List<TransitionSystem.Tally> tallies = system.tallies();
    buckets = new BitSet[tallies.size()][];
    for (int t = 0; t < buckets.length; t++) {
      buckets[t] = new BitSet[tallies.get(t).actions().length];
      for (int i = 0; i < buckets[t].length; i++) {
        buckets[t][i] = new BitSet(tallies.get(t).bucketNames().size());
      }
    }
  }

  /** Adds the other counts to these and sets them to zero. */
  void drain(Counts other) {
    for (int a = 0; a < steps.length; a++) {
      steps[a] += other.steps[a];
      other.steps[a] = 0;
    }
    for (int t = 0; t < buckets.length; t++) {
      for (int i = 0; i < buckets[t].length; i++) buckets[t][i].or(other.buckets[t][i]);
    }
    generated += other.generated;
    stuck += other.stuck;
    ended += other.ended;
    cut += other.cut;
    other.generated = 0;
    other.stuck = 0;
    other.ended = 0;
    other.cut = 0;
  }
}
