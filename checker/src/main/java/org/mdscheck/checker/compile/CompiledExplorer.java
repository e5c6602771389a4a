package org.mdscheck.checker.compile;

import java.util.Arrays;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;

/**
 * What generated explorers inherit: the slow paths, and the tables that code refers to by number.
 *
 * <p>The words of the current state are fields of the generated class. {@link #after} is the same
 * state while no step is emitted, so that a step writes the words that it changes, and puts them
 * back; with one word there is nothing to put back.
 */
abstract class CompiledExplorer implements Explorer {
  /** The state after the step, while it is emitted. */
  final long[] after;

  StepSink sink;

  /** The action of the step that is emitted. */
  int action;

  /**
   * The predicate that is evaluated, for messages: those of states, then of steps, then tallies.
   */
  int asked;

  private final Tables tables;
  private final int[] owners; // by process, while wait cycles are sought: the process waited for
  private int[] warnings = new int[4];
  private int warningCount;

  /**
   * What code refers to by number.
   *
   * @param initial the initial state
   * @param faults messages
   * @param actionSets by set and action, whether the action is in the set
   */
  record Tables(Elaboration elaboration, long[] initial, Fault[] faults, boolean[][] actionSets) {}

  CompiledExplorer(Tables tables) {
    this.tables = tables;
    after = new long[tables.elaboration.layout.words()];
    owners = new int[tables.elaboration.layout.processes().size()];
  }

  // ---- generated

  /** Emits the steps of all processes. */
  abstract void takeAll();

  /** Emits the steps of one process. */
  abstract void take(int process);

  /** The process that owns the mutex for which a process waits, or -1. */
  abstract int ownerWaitedFor(int process);

  /** The same in the state after the step. */
  abstract int nextOwnerWaitedFor(int process);

  // ---- what generated code inherits

  @Override
  public final void initialStates(StepSink receiver) {
    receiver.step(-1, tables.initial.clone());
  }

  @Override
  public final void successors(StepSink receiver) {
    sink = receiver;
    takeAll();
  }

  @Override
  public final void successors(int process, StepSink receiver) {
    sink = receiver;
    take(process);
  }

  /** Keeps a failed check of the step until it is known how the step ends. */
  final void warn(int check) {
    if (warningCount == warnings.length) warnings = Arrays.copyOf(warnings, 2 * warningCount);
    warnings[warningCount++] = check;
  }

  final void emitWarnings(int action) {
    for (int i = 0; i < warningCount; i++) sink.failed(action, warnings[i], false);
    warningCount = 0;
  }

  /** Forgets the warnings of a step that turned out not to be enabled. */
  final void refuse() {
    warningCount = 0;
  }

  final void fatal(int action, int check) {
    emitWarnings(action);
    sink.failed(action, check, true);
  }

  final void error(int which, int value, int fault, int action) {
    emitWarnings(action);
    sink.error(
        action, tables.elaboration.where(action) + ": " + tables.faults[fault].text(which, value));
  }

  final SpecException noValue(int which, int value, int fault) {
    return tables
        .elaboration
        .predicates
        .numbered(asked)
        .fault(tables.faults[fault].text(which, value));
  }

  /** The process that takes the step that is emitted. */
  final int taker() {
    return tables.elaboration.actions.get(action).process();
  }

  final boolean isTakenActionIn(int set) {
    return tables.actionSets[set][action];
  }

  /** Whether some processes wait for each other's mutexes in a circle. */
  final boolean hasWaitCycle(boolean next) {
    Arrays.fill(owners, UNKNOWN);
    for (int start = 0; start < owners.length; start++) {
      int at = start;
      for (int hops = 0; hops <= owners.length && at >= 0; hops++) {
        if (owners[at] == UNKNOWN) owners[at] = next ? nextOwnerWaitedFor(at) : ownerWaitedFor(at);
        at = owners[at];
        if (at == start) return true;
      }
    }
    return false;
  }

  private static final int UNKNOWN = -2;
}
