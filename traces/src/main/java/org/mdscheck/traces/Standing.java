package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Where a process stands in a state.
 *
 * @param process which
 * @param place the function and the statement that comes next
 * @param isBlocked whether it can take no step
 * @param waitsFor the mutexes that it could go on without: it is blocked, and if any of them were
 *     free it would not be
 * @param owner the process that owns the first of these; -1 if there is none
 * @param isAtStart whether it stands where it stood in the initial state
 */
record Standing(
    int process,
    String place,
    boolean isBlocked,
    List<Locks.Lock> waitsFor,
    int owner,
    boolean isAtStart) {

  private static final String ENDED = "(ended)";

  /** Whether nothing is left for it to do. */
  boolean hasEnded() {
    return place.equals(ENDED);
  }

  /** Where every process stands, in their order. */
  static List<Standing> of(ShownTrace trace) {
    final TransitionSystem system = trace.system();
    final StateVector state = trace.lastState();
    final StateVector initial = trace.trace().initial();
    final Explorer explorer = system.newExplorer();
    final BitSet able = able(system, explorer, state.words());
    final List<Standing> standings = new ArrayList<>();
    for (Slot slot : system.layout().slots()) {
      if (slot.kind() != Slot.Kind.LABEL) continue;
      final int process = slot.process();
      final List<Locks.Lock> waitsFor = new ArrayList<>();
      if (!able.get(process)) {
        for (Locks.Lock lock : trace.locks().all()) {
          if (trace.locks().owner(lock, state) < 0) continue;
          final long[] freed = with(system, state, lock.slot(), 0);
          if (able(system, explorer, freed).get(process)) waitsFor.add(lock);
        }
      }
      standings.add(
          new Standing(
              process,
              state.show(system.layout(), slot.index()),
              !able.get(process),
              List.copyOf(waitsFor),
              waitsFor.isEmpty() ? -1 : trace.locks().owner(waitsFor.get(0), state),
              state.get(system.layout(), slot.index())
                  == initial.get(system.layout(), slot.index())));
    }
    return standings;
  }

  /**
   * The processes that wait for each other in a circle, each for a mutex of the next; empty if none
   * do.
   */
  static List<Standing> circle(List<Standing> all) {
    for (Standing start : all) {
      final List<Standing> path = new ArrayList<>();
      Standing at = start;
      while (at != null && !path.contains(at)) {
        path.add(at);
        final int owner = at.owner();
        at = all.stream().filter(s -> s.process() == owner).findFirst().orElse(null);
      }
      if (at == start) return path;
    }
    return List.of();
  }

  /** The state with another code in one slot; it need not be reachable. */
  static long[] with(TransitionSystem system, StateVector state, int slot, int code) {
    final int[] codes = new int[system.layout().slots().size()];
    system.layout().decode(state.words(), codes);
    codes[slot] = code;
    final long[] words = new long[system.layout().words()];
    system.layout().encode(codes, words);
    return words;
  }

  /** The processes that can take a step. */
  private static BitSet able(TransitionSystem system, Explorer explorer, long[] state) {
    final BitSet able = new BitSet();
    explorer.load(state);
    explorer.successors(
        new Explorer.StepSink() {
          @Override
          public void step(int action, long[] successor) {
            able.set(system.actions().get(action).process());
          }

          @Override
          public void failed(int action, int check, boolean fatal) {
            able.set(system.actions().get(action).process());
          }

          @Override
          public void error(int action, String message) {
            able.set(system.actions().get(action).process());
          }
        });
    return able;
  }
}
