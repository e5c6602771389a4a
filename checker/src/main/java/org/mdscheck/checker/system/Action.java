package org.mdscheck.checker.system;

import java.util.List;

/**
 * One numbered action: an edge of one process's control-flow graph. Data for reports; the engine
 * itself uses only {@code id} and what recovery may rely on.
 *
 * @param id position in {@link TransitionSystem#actions()}
 * @param process index into {@link StateLayout#processes()}
 * @param functions the functions that the process is in, outermost first, never empty
 * @param label the statement, as in the source: {@code mutex_lock(&mdsc->mutex)}
 * @param source the step of the spec that it comes from, the same for every process and call site:
 *     {@code function: label}
 * @param fault whether it spends a fault budget (a crash, a failed allocation): recovery may not
 *     rely on it
 * @param option whether it may be left undone for ever (a system call): recovery may not rely on it
 * @param acquires class of the mutex it takes, or null
 * @param releases class of the mutex it gives back, or null
 */
public record Action(
    int id,
    int process,
    List<String> functions,
    String label,
    String source,
    boolean fault,
    boolean option,
    String acquires,
    String releases) {
  public Action {
    functions = List.copyOf(functions);
  }

  /** Whether recovery may rely on it. */
  public boolean reliable() {
    return !fault && !option;
  }
}
