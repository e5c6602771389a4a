package org.mdscheck.checker.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Finds the stretches between an unlock and the next lock in the control flow of threads. One that
 * leads through the place where the thread starts is none: there it has returned.
 */
final class WindowSearch {
  private final List<Action> actions;
  private final Footprints footprints;
  private final Map<Integer, Map<Integer, List<Action>>> leaving = new HashMap<>();

  /**
   * @param actions of the threads
   */
  WindowSearch(TransitionSystem system, List<Action> actions) {
    this.actions = actions;
    footprints =
        system
            .footprints()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        system.name() + " cannot tell what its steps touch"));
    for (Action action : actions) {
      leaving
          .computeIfAbsent(action.process(), p -> new HashMap<>())
          .computeIfAbsent(of(action).from(), label -> new ArrayList<>())
          .add(action);
    }
  }

  /** Those of the same two statements are one, wherever they are called from; by name. */
  List<FailurePoint> windows() {
    final SortedMap<String, Map<Integer, BitSet>> labels = new TreeMap<>();
    for (Action unlock : actions) {
      if (unlock.releases() == null) continue;
      final BitSet after = after(unlock);
      for (int label = after.nextSetBit(0); label >= 0; label = after.nextSetBit(label + 1)) {
        for (Action lock : leaving(unlock.process(), label)) {
          if (lock.acquires() == null) continue;
          labels
              .computeIfAbsent(name(unlock, lock), key -> new HashMap<>())
              .computeIfAbsent(unlock.process(), p -> new BitSet())
              .or(leadingTo(label, after, unlock.process()));
        }
      }
    }
    final List<FailurePoint> windows = new ArrayList<>();
    labels.forEach((name, inside) -> windows.add(new FailurePoint(name, new BitSet(), inside)));
    return windows;
  }

  private static String name(Action unlock, Action lock) {
    final boolean isSame = function(unlock).equals(function(lock));
    return unlock.source() + FailurePoint.UNTIL + (isSame ? lock.label() : lock.source());
  }

  private static String function(Action action) {
    return action.functions().get(action.functions().size() - 1);
  }

  /** The labels from an unlock to the next lock or unlock, those before which they stand too. */
  private BitSet after(Action unlock) {
    final BitSet seen = new BitSet();
    final Deque<Integer> open = new ArrayDeque<>();
    enter(unlock, seen, open);
    while (!open.isEmpty()) {
      for (Action next : leaving(unlock.process(), open.pop())) {
        if (next.acquires() == null && next.releases() == null) enter(next, seen, open);
      }
    }
    return seen;
  }

  private void enter(Action step, BitSet seen, Deque<Integer> open) {
    final BitSet starts = footprints.starts().get(step.process());
    of(step).to().stream()
        .filter(label -> !starts.get(label) && !seen.get(label))
        .forEach(
            label -> {
              seen.set(label);
              open.push(label);
            });
  }

  /** Those of some labels from which one of them is reached without a lock or an unlock. */
  private BitSet leadingTo(int goal, BitSet among, int process) {
    final BitSet leading = new BitSet();
    leading.set(goal);
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (int label = among.nextSetBit(0); label >= 0; label = among.nextSetBit(label + 1)) {
        if (leading.get(label) || !leadsInto(label, leading, process)) continue;
        leading.set(label);
        isChanged = true;
      }
    }
    return leading;
  }

  private boolean leadsInto(int label, BitSet goals, int process) {
    return leaving(process, label).stream()
        .anyMatch(
            a -> a.acquires() == null && a.releases() == null && of(a).to().intersects(goals));
  }

  private List<Action> leaving(int process, int label) {
    return leaving.get(process).getOrDefault(label, List.of());
  }

  private ActionFootprint of(Action action) {
    return footprints.actions().get(action.id());
  }
}
