package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;

/** What each process can do that the steps of another may depend on, indexed by what it touches. */
final class Conflicts {
  private final List<HeldLocks> held; // by process
  private final List<List<Set<Touch>>> touches; // by process and slot
  private final List<List<ActionFootprint>> movers; // by process
  private final List<List<Question>> questions; // by process that is asked about

  /** A question about the label of another process, and what the one who asks owns meanwhile. */
  private record Question(int asker, BitSet labels, BitSet locks) {}

  /**
   * @param actions by process
   * @param held by process
   */
  Conflicts(List<List<ActionFootprint>> actions, List<HeldLocks> held, int slots) {
    this.held = held;
    movers = actions;
    touches = new ArrayList<>();
    questions = new ArrayList<>();
    for (int p = 0; p < actions.size(); p++) questions.add(new ArrayList<>());
    for (int p = 0; p < actions.size(); p++) {
      final List<Set<Touch>> bySlot = new ArrayList<>();
      for (int slot = 0; slot < slots; slot++) bySlot.add(new HashSet<>());
      touches.add(bySlot);
      for (ActionFootprint action : actions.get(p)) add(action, bySlot);
    }
  }

  private void add(ActionFootprint action, List<Set<Touch>> bySlot) {
    final Set<HeldLocks.Lock> before = held.get(action.process()).at(action.from());
    final Set<HeldLocks.Lock> during = new HashSet<>(before);
    during.addAll(HeldLocks.taken(action));
    Touch.all(action.tested(), before).forEach(t -> bySlot.get(t.slot()).add(t));
    Touch.all(action.done(), during).forEach(t -> bySlot.get(t.slot()).add(t));
    for (LabelSet labels : action.labels()) {
      questions
          .get(labels.process())
          .add(new Question(action.process(), labels.labels(), fixed(before)));
    }
  }

  /** The mutexes that are the same in every state. */
  private static BitSet fixed(Set<HeldLocks.Lock> locks) {
    final BitSet fixed = new BitSet();
    for (HeldLocks.Lock lock : locks) {
      if (lock.selector() < 0) fixed.or(lock.slots().get(0));
    }
    return fixed;
  }

  /**
   * Whether a step that another process can take, while the process of the action stands before it,
   * may depend on the action.
   */
  boolean hasConflict(ActionFootprint action) {
    final Set<HeldLocks.Lock> locks = held.get(action.process()).at(action.from());
    return touchesConflict(action, Touch.all(action.tested(), locks))
        || touchesConflict(action, Touch.all(action.done(), locks))
        || isAskedAbout(action, fixed(locks))
        || asks(action, fixed(locks));
  }

  private boolean touchesConflict(ActionFootprint action, List<Touch> own) {
    for (int p = 0; p < touches.size(); p++) {
      if (p == action.process()) continue;
      for (Touch touch : own) {
        for (Touch other : touches.get(p).get(touch.slot())) {
          if (touch.conflictsWith(other)) return true;
        }
      }
    }
    return false;
  }

  private boolean isAskedAbout(ActionFootprint action, BitSet locks) {
    return questions.get(action.process()).stream()
        .anyMatch(
            question ->
                question.asker != action.process()
                    && crosses(action, question.labels)
                    && !question.locks.intersects(locks));
  }

  private boolean asks(ActionFootprint action, BitSet locks) {
    for (LabelSet asked : action.labels()) {
      if (asked.process() == action.process()) continue;
      for (ActionFootprint mover : movers.get(asked.process())) {
        final BitSet moversLocks = fixed(held.get(mover.process()).at(mover.from()));
        moversLocks.or(fixed(HeldLocks.taken(mover)));
        if (crosses(mover, asked.labels()) && !moversLocks.intersects(locks)) return true;
      }
    }
    return false;
  }

  /** Whether a step can enter or leave some labels. */
  static boolean crosses(ActionFootprint action, BitSet labels) {
    final boolean before = labels.get(action.from());
    return action.to().stream().anyMatch(to -> labels.get(to) != before);
  }
}
