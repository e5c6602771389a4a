package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The mutexes of a system, with their classes and with short marks for margins. Immutable,
 * thread-safe.
 */
final class Locks {
  private final TransitionSystem system;
  private final Map<Integer, Lock> bySlot;

  /**
   * One mutex.
   *
   * @param slot index of its slot
   * @param name which one it is
   * @param lockClass its class, as far as the run tells; else its name without ids
   * @param mark a letter for the family, with the ids that tell its members apart
   */
  record Lock(int slot, String name, String lockClass, String mark) {}

  /**
   * @param trace from which the class of a mutex is learnt: by the steps that take it
   */
  Locks(TransitionSystem system, Trace trace) {
    this.system = system;
    final List<Slot> mutexes =
        system.layout().slots().stream().filter(s -> s.kind() == Slot.Kind.MUTEX).toList();
    final Map<String, String> classes = classes(system, mutexes, trace);
    final Map<String, String> letters = letters(mutexes);
    bySlot = new LinkedHashMap<>();
    for (Slot slot : mutexes) {
      final String lockClass = classes.getOrDefault(slot.family(), stem(slot.family()));
      final String mark = letters.get(slot.family()) + ids(slot);
      bySlot.put(slot.index(), new Lock(slot.index(), slot.name(), lockClass, mark));
    }
  }

  /** Every mutex, in the order of the layout. */
  List<Lock> all() {
    return List.copyOf(bySlot.values());
  }

  /** The mutexes that a process owns, in the order of the layout. */
  List<Lock> heldBy(int process, StateVector state) {
    return all().stream().filter(lock -> owner(lock, state) == process).toList();
  }

  /** The process that owns a mutex, or -1. */
  int owner(Lock lock, StateVector state) {
    return state.get(system.layout(), lock.slot()) - 1;
  }

  private static Map<String, String> classes(
      TransitionSystem system, List<Slot> mutexes, Trace trace) {
    final Map<String, String> classes = new HashMap<>();
    for (int i = 0; i < trace.depth(); i++) {
      final Action action = system.actions().get(trace.steps().get(i).action());
      final StateVector before = trace.stateBefore(i);
      final StateVector after = trace.stateBefore(i + 1);
      if (action.acquires() == null || after == null) continue;
      final List<Slot> taken =
          mutexes.stream()
              .filter(m -> before.get(system.layout(), m.index()) == 0)
              .filter(m -> after.get(system.layout(), m.index()) == action.process() + 1)
              .toList();
      if (taken.size() == 1) classes.put(taken.get(0).family(), action.acquires());
    }
    return classes;
  }

  private static String stem(String family) {
    return family.replace("[]", "");
  }

  private static String ids(Slot slot) {
    final StringBuilder ids = new StringBuilder();
    for (Slot.Coordinate at : slot.coordinates()) {
      ids.append(ids.length() > 0 ? "." : "").append(at.id());
    }
    return ids.toString();
  }

  /** A letter for each family: the first of a word in its name, else any in it, else a number. */
  private static Map<String, String> letters(List<Slot> mutexes) {
    final Map<String, String> letters = new LinkedHashMap<>();
    final Set<String> used = new LinkedHashSet<>();
    for (Slot slot : mutexes) {
      if (letters.containsKey(slot.family())) continue;
      final String letter =
          candidates(slot.family()).stream()
              .filter(c -> !used.contains(c))
              .findFirst()
              .orElse("L" + used.size() + "_");
      used.add(letter);
      letters.put(slot.family(), letter);
    }
    return letters;
  }

  private static List<String> candidates(String family) {
    final List<String> candidates = new ArrayList<>();
    final String name = stem(family).toUpperCase(Locale.ROOT);
    for (String word : name.split("[^A-Z]+")) {
      if (!word.isEmpty()) candidates.add(word.substring(0, 1));
    }
    for (char c : name.toCharArray()) {
      if (c >= 'A' && c <= 'Z') candidates.add(String.valueOf(c));
    }
    return candidates;
  }
}
