package org.mdscheck.checker.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A point at which the code in question may meet with a failure.
 *
 * @param name unique, of the statements: {@code function: label}, and of a window both its ends
 * @param actions of a fault: those that are it; of a window: none
 * @param labels of a window: by process, the labels inside it; of a fault: none
 */
public record FailurePoint(String name, BitSet actions, Map<Integer, BitSet> labels) {
  /** What stands between the two ends of a window in its name. */
  static final String UNTIL = " .. ";

  public FailurePoint {
    labels = Map.copyOf(labels);
  }

  /** Whether it is a stretch without a lock, and not a step that fails. */
  public boolean isWindow() {
    return actions.isEmpty();
  }

  /**
   * The points of a system, faults first, each kind by name: the faults that threads take, and the
   * windows in which a thread has given a mutex back and will take one again.
   *
   * @param environment families of processes that are no threads: what fails there is no point of
   *     the code
   * @throws IllegalArgumentException if the system cannot tell what its steps touch
   */
  public static List<FailurePoint> of(TransitionSystem system, Set<String> environment) {
    final List<Action> ofThreads =
        system.actions().stream()
            .filter(
                a -> !environment.contains(system.layout().processes().get(a.process()).family()))
            .toList();
    final List<FailurePoint> points = new ArrayList<>(faults(ofThreads));
    points.addAll(new WindowSearch(system, ofThreads).windows());
    return points;
  }

  private static List<FailurePoint> faults(List<Action> actions) {
    final Map<String, List<Action>> bySource =
        actions.stream()
            .filter(Action::fault)
            .collect(Collectors.groupingBy(Action::source, TreeMap::new, Collectors.toList()));
    final List<FailurePoint> faults = new ArrayList<>();
    bySource.forEach(
        (source, same) -> {
          final BitSet ids = new BitSet();
          same.forEach(action -> ids.set(action.id()));
          faults.add(new FailurePoint(source, ids, Map.of()));
        });
    return faults;
  }
}
