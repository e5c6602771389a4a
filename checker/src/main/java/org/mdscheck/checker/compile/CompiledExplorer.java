package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;

/**
 * What generated explorers inherit: the emission of steps, the slow paths, and the tables that code
 * refers to by number.
 *
 * <p>The words of the current state are fields of the generated class. Its methods leave the steps
 * of a state in {@link #next}, and they are emitted at one place: a receiver that is inlined into
 * the code of each step would take the just-in-time compiler longer than many a search.
 */
abstract class CompiledExplorer implements Explorer {
  private static final int UNKNOWN = -2;

  /** The state after the step that is emitted. */
  long[] after;

  /** The state that a step makes of the current one, where its code is in several methods. */
  final long[] scratch;

  /** Whether that step has failed. */
  boolean hasEnded;

  /**
   * The predicate that is evaluated, for messages: those of states, then of steps, then tallies.
   */
  int asked;

  private final Tables tables;
  private final long[][] successors;
  private final int[] actions;
  private int count;
  private int action; // of the step that is emitted
  private final List<Failure> failures = new ArrayList<>();
  private String waitFault;
  private final int[] owners; // by process, while wait cycles are sought: the process waited for

  /**
   * What code refers to by number.
   *
   * @param initial the initial state
   * @param mostSteps the most that a state has
   * @param faults messages
   * @param actionSets by set and action, whether the action is in the set
   */
  record Tables(
      Elaboration elaboration,
      long[] initial,
      int mostSteps,
      Fault[] faults,
      boolean[][] actionSets) {}

  /**
   * What went wrong in a step.
   *
   * @param before the number of steps that are emitted before it
   * @param check -1 for an error
   */
  private record Failure(int before, int action, int check, boolean fatal, String error) {
    void emit(StepSink sink) {
      if (check < 0) sink.error(action, error);
      else sink.failed(action, check, fatal);
    }
  }

  CompiledExplorer(Tables tables) {
    this.tables = tables;
    successors = new long[tables.mostSteps][tables.elaboration.layout.words()];
    scratch = new long[tables.elaboration.layout.words()];
    actions = new int[tables.mostSteps];
    owners = new int[tables.elaboration.layout.processes().size()];
  }

  // ---- generated

  /** Leaves the steps of all processes to be emitted. */
  abstract void takeAll();

  /** Leaves the steps of one process to be emitted. */
  abstract void take(int process);

  /**
   * The process that owns the mutex for which a process waits, or -1.
   *
   * @param source the state that is asked, a {@link WordLocals.Source}
   */
  abstract int ownerWaitedFor(int process, int source);

  // ---- steps

  @Override
  public final void initialStates(StepSink sink) {
    sink.step(-1, tables.initial.clone());
  }

  @Override
  public final void successors(StepSink sink) {
    count = 0;
    takeAll();
    emit(sink);
  }

  @Override
  public final void successors(int process, StepSink sink) {
    count = 0;
    take(process);
    emit(sink);
  }

  private void emit(StepSink sink) {
    if (!failures.isEmpty()) {
      emitWithFailures(sink);
      return;
    }
    for (int i = 0; i < count; i++) emit(i, sink);
  }

  private void emit(int step, StepSink sink) {
    action = actions[step];
    after = successors[step];
    sink.step(action, after);
  }

  private void emitWithFailures(StepSink sink) {
    int step = 0;
    for (Failure failure : failures) {
      while (step < failure.before) emit(step++, sink);
      failure.emit(sink);
    }
    failures.clear();
    while (step < count) emit(step++, sink);
  }

  /** One more step to be emitted: the state after it goes into the result, every word of it. */
  final long[] next(int action) {
    int step = count;
    actions[step] = action;
    count = step + 1;
    return successors[step];
  }

  /** A failed check that does not end the step. */
  final void warn(int action, int check) {
    failures.add(new Failure(count, action, check, false, null));
  }

  /** Forgets the warnings of a step that turned out not to be enabled. */
  final void refuse(int action) {
    failures.removeIf(failure -> failure.action == action);
  }

  final void fatal(int action, int check) {
    failures.add(new Failure(count, action, check, true, null));
    hasEnded = true;
  }

  final void error(int which, int value, int fault, int action) {
    error(action, tables.faults[fault].text(which, value));
  }

  private void error(int action, String what) {
    String text = tables.elaboration.where(action) + ": " + what;
    failures.add(new Failure(count, action, -1, true, text));
    hasEnded = true;
  }

  // ---- predicates

  final SpecException noValue(int which, int value, int fault) {
    String text = tables.faults[fault].text(which, value);
    return tables.elaboration.predicates.numbered(asked).fault(text);
  }

  /** The process that takes the step that is emitted. */
  final int taker() {
    return tables.elaboration.actions.get(action).process();
  }

  final boolean isTakenActionIn(int set) {
    return tables.actionSets[set][action];
  }

  /** Whether some processes wait for each other's mutexes in a circle, in a predicate. */
  final boolean hasWaitCycle(int source) {
    boolean has = isWaitCycle(source);
    if (waitFault != null) throw tables.elaboration.predicates.numbered(asked).fault(waitFault);
    return has;
  }

  /** The same in a step, of the state in {@link #scratch}; the step may end there. */
  final boolean hasWaitCycleInStep(int action) {
    boolean has = isWaitCycle(WordLocals.Source.SCRATCH.ordinal());
    hasEnded = waitFault != null;
    if (hasEnded) error(action, waitFault);
    return has;
  }

  /** Notes why it cannot be said for which mutex a process waits. */
  final int noOwner(int which, int value, int fault) {
    if (waitFault == null) waitFault = tables.faults[fault].text(which, value);
    return -1;
  }

  private boolean isWaitCycle(int source) {
    waitFault = null;
    Arrays.fill(owners, UNKNOWN);
    for (int start = 0; start < owners.length; start++) {
      int at = start;
      for (int hops = 0; hops <= owners.length && at >= 0; hops++) {
        if (owners[at] == UNKNOWN) owners[at] = ownerWaitedFor(at, source);
        at = owners[at];
        if (at == start) return true;
      }
    }
    return false;
  }
}
