package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/** The mutexes of a system by class, and who holds which. Immutable, thread-safe. */
final class HeldClasses {
  private static final int MOST_CLASSES = 31;

  private final TransitionSystem system;
  private final List<String> classes;
  private final int[] slots;
  private final int[] classOfSlot;

  /**
   * @param footprints by action; they tell the class of a mutex by the steps that take it
   */
  HeldClasses(TransitionSystem system, List<ActionFootprint> footprints) {
    this.system = system;
    final SortedMap<String, List<Integer>> mutexes = new TreeMap<>();
    for (Slot slot : system.layout().slots()) {
      if (slot.kind() != Slot.Kind.MUTEX) continue;
      classOf(slot.index(), system.actions(), footprints)
          .ifPresent(
              name -> mutexes.computeIfAbsent(name, n -> new ArrayList<>()).add(slot.index()));
    }
    classes = List.copyOf(mutexes.keySet());
    if (classes.size() > MOST_CLASSES)
      throw new IllegalArgumentException(
          system.name() + " has " + classes.size() + " lock classes: at most " + MOST_CLASSES);
    slots = mutexes.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    classOfSlot =
        mutexes.entrySet().stream()
            .flatMapToInt(e -> e.getValue().stream().mapToInt(s -> classes.indexOf(e.getKey())))
            .toArray();
  }

  private static java.util.Optional<String> classOf(
      int slot, List<Action> actions, List<ActionFootprint> footprints) {
    for (ActionFootprint footprint : footprints) {
      final String taken = actions.get(footprint.action()).acquires();
      if (taken == null) continue;
      for (ActionFootprint.Access access : footprint.done()) {
        if (access.kind() == ActionFootprint.Kind.ACQUIRE
            && access.slots().stream().anyMatch(set -> set.get(slot)))
          return java.util.Optional.of(taken);
      }
    }
    return java.util.Optional.empty();
  }

  /** A bit for each class of which a process holds a mutex. */
  int heldBy(int process, long[] state) {
    int held = 0;
    for (int i = 0; i < slots.length; i++) {
      if (system.layout().get(state, slots[i]) == process + 1) held |= 1 << classOfSlot[i];
    }
    return held;
  }

  /** The names that bits stand for, sorted. */
  List<String> names(int held) {
    final List<String> names = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      if ((held >>> i & 1) != 0) names.add(classes.get(i));
    }
    return names;
  }
}
