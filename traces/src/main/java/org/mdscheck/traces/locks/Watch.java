package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.TransitionSystem;

/** Tells the facts that states and steps show. Immutable, thread-safe. */
final class Watch {
  final TransitionSystem system;
  private final HeldClasses locks;
  private final Waits waits;
  private final PlainSlots slots;
  private final BitSet[] writtenByAction;

  /**
   * @param variables names of those whose accesses are compared
   * @throws IllegalArgumentException if the system does not say what its steps touch
   */
  Watch(TransitionSystem system, List<String> variables) {
    this.system = system;
    final List<ActionFootprint> footprints =
        system
            .footprints()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        system.name() + " does not say what its steps touch"))
            .actions();
    locks = new HeldClasses(system, footprints);
    waits = new Waits(system, footprints);
    slots = new PlainSlots(system.layout(), footprints, variables);
    writtenByAction = new BitSet[footprints.size()];
    for (ActionFootprint footprint : footprints) {
      final BitSet written = new BitSet();
      for (ActionFootprint.Access access : footprint.done()) {
        if (access.kind().isChange()) access.slots().forEach(written::or);
      }
      writtenByAction[footprint.action()] = written;
    }
  }

  /**
   * What a state shows: tells races and waits. Allocates when it tells.
   *
   * @param steps all that are possible
   */
  void ofState(long[] state, Scratch steps, Consumer<Fact> facts) {
    for (Waits.Place place : waits.places()) {
      if (place.isAt(system, state) && isBlocked(place, steps))
        facts.accept(
            new Fact.Waiting(place.what(), family(place.process()), held(place.process(), state)));
    }
    for (int i = 0; i < steps.count(); i++) {
      for (int j = i + 1; j < steps.count(); j++) {
        if (process(steps.action(i)) != process(steps.action(j)) && steps.conflict(i, j))
          races(steps, i, j, facts);
      }
    }
  }

  private int process(int action) {
    return system.actions().get(action).process();
  }

  private static boolean isBlocked(Waits.Place place, Scratch steps) {
    for (int i = 0; i < steps.count(); i++) {
      if (place.actions().get(steps.action(i))) return false;
    }
    return true;
  }

  private void races(Scratch steps, int i, int j, Consumer<Fact> facts) {
    if (!isStatement(steps.action(i)) || !isStatement(steps.action(j))) return;
    for (int slot = 0; slot < slots.slotCount(); slot++) {
      final boolean first = steps.writes(i, slot);
      final boolean second = steps.writes(j, slot);
      if (first && (second || steps.reads(j, slot)) || second && steps.reads(i, slot)) {
        facts.accept(
            race(
                slots.variable(slot),
                access(steps.action(i), first),
                access(steps.action(j), second)));
      }
    }
  }

  /**
   * What stands in parentheses happens around the source, and what a wait looks at is of no
   * account.
   */
  private boolean isStatement(int action) {
    final Action taken = system.actions().get(action);
    return !taken.label().startsWith("(") && !Waits.isWait(taken);
  }

  private Fact.Access access(int action, boolean isWrite) {
    return new Fact.Access(isWrite, Site.function(system.actions().get(action)));
  }

  private static Fact race(String variable, Fact.Access a, Fact.Access b) {
    return a.compareTo(b) <= 0 ? new Fact.Race(variable, a, b) : new Fact.Race(variable, b, a);
  }

  /**
   * What a step shows: tells locks that are taken, and waits that end.
   *
   * @param ends whether what a wait is for has happened with the step
   */
  void ofStep(long[] state, int action, Ends ends, Consumer<Fact> facts) {
    final Action taken = system.actions().get(action);
    if (taken.acquires() != null) {
      for (String held : held(taken.process(), state))
        facts.accept(new Fact.Taken(held, taken.acquires(), Site.withCaller(taken)));
    }
    for (Waits.Place place : waits.places()) {
      if (place.process() == taken.process()
          || !place.isAt(system, state)
          || !writtenByAction[action].intersects(place.read())) continue;
      if (ends.after(place))
        facts.accept(
            new Fact.Ended(
                place.what(),
                family(taken.process()),
                Site.withCaller(taken),
                held(taken.process(), state)));
    }
  }

  /** Whether a wait that was not over is over. */
  interface Ends {
    boolean after(Waits.Place place);
  }

  private String family(int process) {
    return system.layout().processes().get(process).family();
  }

  private List<String> held(int process, long[] state) {
    return locks.names(locks.heldBy(process, state));
  }

  /** To gather steps in; for one thread. */
  Scratch newScratch() {
    return new Scratch(slots);
  }

  /** The actions whose steps can show something. */
  int[] actionsThatTell() {
    final List<Integer> some = new ArrayList<>();
    for (Action action : system.actions()) {
      final boolean ends =
          waits.places().stream()
              .anyMatch(place -> writtenByAction[action.id()].intersects(place.read()));
      if (action.acquires() != null || ends) some.add(action.id());
    }
    return some.stream().mapToInt(Integer::intValue).toArray();
  }
}
