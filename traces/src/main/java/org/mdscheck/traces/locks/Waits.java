package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/** Where processes wait for something that is not a lock. Immutable, thread-safe. */
final class Waits {
  /** The beginnings of the names of the kernel's functions that wait, and for what. */
  private enum Waiting {
    COMPLETION("wait_for_completion", "completion"),
    WAIT_QUEUE("wait_event", "wait queue"),
    WORK_ITEM("flush_work", "work item"),
    CANCELLED_WORK("cancel_work_sync", "work item"),
    DELAYED_WORK("cancel_delayed_work_sync", "work item"),
    MESSAGE("con->ops->dispatch", "message");

    private final String function;
    private final String what;

    Waiting(String function, String what) {
      this.function = function;
      this.what = what;
    }

    static Optional<Waiting> of(Action action) {
      for (Waiting waiting : values()) {
        if (action.label().startsWith(waiting.function)) return Optional.of(waiting);
      }
      return Optional.empty();
    }
  }

  /**
   * A label at which a process waits. Where something else can end the wait, such as a timeout, the
   * process still waits.
   *
   * @param actions the steps that are possible at the label when what it waits for has happened
   * @param read the slots that decide whether the wait is over
   */
  record Place(Fact.Wait what, int process, int labelSlot, int label, BitSet actions, BitSet read) {
    boolean isAt(TransitionSystem system, long[] state) {
      return system.layout().get(state, labelSlot) == label;
    }
  }

  private final List<Place> places = new ArrayList<>();

  Waits(TransitionSystem system, List<ActionFootprint> footprints) {
    for (ActionFootprint footprint : footprints) {
      final Action action = system.actions().get(footprint.action());
      Waiting.of(action)
          .ifPresent(waiting -> places.add(place(system, footprints, footprint, waiting)));
    }
  }

  private static Place place(
      TransitionSystem system,
      List<ActionFootprint> footprints,
      ActionFootprint footprint,
      Waiting waiting) {
    final Action action = system.actions().get(footprint.action());
    final BitSet actions = new BitSet();
    for (ActionFootprint other : footprints) {
      if (other.process() == footprint.process()
          && other.from() == footprint.from()
          && system.actions().get(other.action()).label().equals(action.label()))
        actions.set(other.action());
    }
    final BitSet read = new BitSet();
    footprint.tested().forEach(access -> access.slots().forEach(read::or));
    return new Place(
        new Fact.Wait(waiting.what, action.label(), Site.function(action)),
        footprint.process(),
        labelSlot(system, footprint.process()),
        footprint.from(),
        actions,
        read);
  }

  private static int labelSlot(TransitionSystem system, int process) {
    return system.layout().slots().stream()
        .filter(slot -> slot.kind() == Slot.Kind.LABEL && slot.process() == process)
        .findFirst()
        .orElseThrow()
        .index();
  }

  /** Whether the label of an action is that of a wait. */
  static boolean isWait(Action action) {
    return Waiting.of(action).isPresent();
  }

  List<Place> places() {
    return places;
  }
}
