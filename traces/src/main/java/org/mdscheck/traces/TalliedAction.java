package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * An action some step of which fell into a bucket of a tally.
 *
 * @param bucket its name
 */
record TalliedAction(Action action, String bucket) {

  /**
   * All of a tally, by action, then by bucket.
   *
   * @throws IllegalArgumentException if the system has no such tally
   */
  static List<TalliedAction> of(TransitionSystem system, TallyResult result) {
    final List<String> buckets = tally(system, result.name()).bucketNames();
    final List<TalliedAction> tallied = new ArrayList<>();
    result
        .bucketsOfAction()
        .forEach(
            (action, numbers) ->
                numbers.forEach(
                    bucket ->
                        tallied.add(
                            new TalliedAction(system.actions().get(action), buckets.get(bucket)))));
    return tallied;
  }

  static TransitionSystem.Tally tally(TransitionSystem system, String name) {
    return system.tallies().stream()
        .filter(tally -> tally.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    system.name()
                        + " has no tally "
                        + name
                        + ": there are "
                        + system.tallies().stream().map(TransitionSystem.Tally::name).toList()));
  }

  /** The innermost function. */
  String function() {
    return FunctionName.of(action.functions().get(action.functions().size() - 1));
  }
}
