package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;

/** Where the other processes must not stand for a process to be able to go first. */
final class Conflicts {
  private final List<HeldLocks> held; // by process
  private final List<List<Move>> moves = new ArrayList<>(); // by process

  /**
   * A step as others see it.
   *
   * @param tested what it touches to know whether it is possible
   * @param done what it touches then
   * @param slots of all of them
   * @param locks that it owns for certain, before it takes more
   */
  private record Move(
      ActionFootprint action,
      List<Touch> tested,
      List<Touch> done,
      BitSet slots,
      BitSet locks,
      Set<HeldLocks.Lock> taken) {

    /** Whether it cannot be possible while another process owns some mutexes. */
    boolean needs(BitSet owned) {
      return taken.stream()
          .anyMatch(
              lock -> lock.slots().stream().allMatch(slots -> slots.stream().allMatch(owned::get)));
    }
  }

  /**
   * @param actions by process
   * @param held by process
   */
  Conflicts(List<List<ActionFootprint>> actions, List<HeldLocks> held) {
    this.held = held;
    for (List<ActionFootprint> ofProcess : actions)
      moves.add(ofProcess.stream().map(this::move).toList());
  }

  private Move move(ActionFootprint action) {
    final Set<HeldLocks.Lock> before = held.get(action.process()).at(action.from());
    final Set<HeldLocks.Lock> taken = HeldLocks.taken(action);
    final Set<HeldLocks.Lock> during = new HashSet<>(before);
    during.addAll(taken);
    final List<Touch> tested = Touch.all(action.tested(), before);
    final List<Touch> done = Touch.all(action.done(), during);
    final BitSet slots = new BitSet();
    tested.forEach(touch -> slots.set(touch.slot()));
    done.forEach(touch -> slots.set(touch.slot()));
    return new Move(action, tested, done, slots, HeldLocks.owned(before, -1, 0), taken);
  }

  /** A process at a label, with what is known of it there. */
  final class Stand {
    private final int process;
    private final List<ActionFootprint> actions;
    private final BitSet owned;
    private final Map<Integer, List<Touch>> touches = new HashMap<>(); // by slot

    /**
     * @param actions those at its label, not none
     * @param selector a local whose code is known, or -1
     */
    Stand(List<ActionFootprint> actions, int selector, int code) {
      this.actions = actions;
      process = actions.get(0).process();
      final Set<HeldLocks.Lock> locks = held.get(process).at(actions.get(0).from());
      owned = HeldLocks.owned(locks, selector, code);
      for (ActionFootprint action : actions) {
        Touch.known(action.tested(), locks, selector, code).forEach(this::add);
        Touch.known(action.done(), locks, selector, code).forEach(this::add);
      }
    }

    private void add(Touch touch) {
      touches.computeIfAbsent(touch.slot(), slot -> new ArrayList<>()).add(touch);
    }

    /**
     * The labels of another process from which it can take, without a mutex that this one owns, a
     * step that may depend on those of this one.
     */
    BitSet dangers(int other) {
      final BitSet labels = new BitSet();
      final List<Move> possible = new ArrayList<>();
      for (Move move : moves.get(other)) {
        if (conflicts(move)) labels.set(move.action.from());
        else if (!move.needs(owned)) possible.add(move);
      }
      int before;
      do {
        before = labels.cardinality();
        for (Move move : possible) {
          if (move.action.to().intersects(labels)) labels.set(move.action.from());
        }
      } while (labels.cardinality() > before);
      return labels;
    }

    private boolean conflicts(Move move) {
      return conflicts(move, move.tested)
          || !move.needs(owned) && (conflicts(move, move.done) || crossesQuestion(move))
          || asksAboutThis(move);
    }

    private boolean conflicts(Move move, List<Touch> others) {
      for (Touch other : others) {
        for (Touch touch : touches.getOrDefault(other.slot(), List.of())) {
          if (touch.conflictsWith(other)) return true;
        }
      }
      return false;
    }

    private boolean crossesQuestion(Move move) {
      for (ActionFootprint action : actions) {
        for (LabelSet asked : action.labels()) {
          if (asked.process() == move.action.process() && crosses(move.action, asked.labels()))
            return !move.locks.intersects(owned);
        }
      }
      return false;
    }

    private boolean asksAboutThis(Move move) {
      for (LabelSet asked : move.action.labels()) {
        if (asked.process() == process
            && actions.stream().anyMatch(action -> crosses(action, asked.labels()))) {
          return !move.locks.intersects(owned);
        }
      }
      return false;
    }
  }

  /** Whether a step can enter or leave some labels. */
  static boolean crosses(ActionFootprint action, BitSet labels) {
    final boolean before = labels.get(action.from());
    return action.to().stream().anyMatch(to -> labels.get(to) != before);
  }
}
