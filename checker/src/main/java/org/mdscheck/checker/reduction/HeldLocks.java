package org.mdscheck.checker.reduction;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;

/**
 * The mutexes that a process owns for certain at each of its labels: a forward analysis of its
 * graph that keeps what all ways to a label have in common.
 */
final class HeldLocks {
  /**
   * A mutex: a fixed one, or that of the object which a local variable of the process tells.
   *
   * @param selector the local, or -1
   * @param slots by code of the selector, no or one slot in each
   */
  record Lock(int selector, List<BitSet> slots) {
    boolean mayBe(Access access) {
      if (selector >= 0 && selector == access.selector()) {
        for (int code = 0; code < slots.size(); code++) {
          if (slots.get(code).intersects(access.slots().get(code))) return true;
        }
        return false;
      }
      return slots.stream().anyMatch(slot -> access.slots().stream().anyMatch(slot::intersects));
    }
  }

  private final Map<Integer, Set<Lock>> held = new HashMap<>(); // by label that something leads to

  HeldLocks(BitSet starts, List<List<ActionFootprint>> actionsAt) {
    final Deque<Integer> changed = new ArrayDeque<>();
    starts.stream().forEach(label -> arrive(label, Set.of(), changed));
    while (!changed.isEmpty()) {
      final int label = changed.remove();
      for (ActionFootprint action : actionsAt.get(label)) {
        final Set<Lock> after = after(held.get(label), action);
        action.to().stream().forEach(to -> arrive(to, after, changed));
      }
    }
  }

  /** Those at a label; none where no path leads. */
  Set<Lock> at(int label) {
    return held.getOrDefault(label, Set.of());
  }

  /**
   * The slots of those that are known.
   *
   * @param selector a local whose code is known, or -1
   */
  static BitSet owned(Set<Lock> locks, int selector, int code) {
    final BitSet owned = new BitSet();
    for (Lock lock : locks) {
      if (lock.selector() < 0) owned.or(lock.slots().get(0));
      else if (lock.selector() == selector) owned.or(lock.slots().get(code));
    }
    return owned;
  }

  /** The mutexes that a step takes. */
  static Set<Lock> taken(ActionFootprint action) {
    final Set<Lock> taken = new HashSet<>();
    for (Access access : action.done()) {
      if (access.kind() == Kind.ACQUIRE
          && access.slots().stream().allMatch(slots -> slots.cardinality() <= 1)) {
        taken.add(new Lock(access.selector(), access.slots()));
      }
    }
    return taken;
  }

  private void arrive(int label, Set<Lock> locks, Deque<Integer> changed) {
    final Set<Lock> before = held.get(label);
    if (before == null) held.put(label, new HashSet<>(locks));
    if (before == null || before.retainAll(locks)) changed.add(label);
  }

  private static Set<Lock> after(Set<Lock> before, ActionFootprint action) {
    final Set<Lock> after = new HashSet<>(before);
    after.addAll(taken(action));
    for (Access access : action.done()) {
      if (access.kind() == Kind.RELEASE) after.removeIf(lock -> lock.mayBe(access));
      if (access.kind().isChange()) {
        after.removeIf(
            lock ->
                lock.selector() >= 0
                    && access.slots().stream().anyMatch(slots -> slots.get(lock.selector())));
      }
    }
    return after;
  }
}
