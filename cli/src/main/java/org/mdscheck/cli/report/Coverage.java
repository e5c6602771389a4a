package org.mdscheck.cli.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.system.Action;

/**
 * Which steps of the model fired. A step counts once, however many processes and call sites it has.
 */
public final class Coverage {
  private final SortedMap<String, Long> stepsBySource = new TreeMap<>();

  /**
   * @param actions those of the system that was checked
   * @param result of that check
   */
  public Coverage(List<Action> actions, CheckResult result) {
    final List<Long> steps = result.statistics().steps();
    for (Action action : actions) {
      stepsBySource.merge(action.source(), steps.get(action.id()), Long::sum);
    }
  }

  /** Number of steps of the model. */
  public int stepCount() {
    return stepsBySource.size();
  }

  /** The steps that never fired, {@code function: label}, sorted. */
  public List<String> neverFired() {
    return stepsBySource.entrySet().stream()
        .filter(step -> step.getValue() == 0)
        .map(step -> step.getKey())
        .toList();
  }
}
