package org.mdscheck.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import org.mdscheck.cli.models.ModelLibrary;

/**
 * All that a command sees of the world around it.
 *
 * @param out for what was asked for
 * @param err for progress and complaints
 * @param isOutTerminal whether a person reads {@code out} as it is written
 * @param isErrTerminal the same of {@code err}
 * @param variables the variables of the environment
 * @param clock the time of day
 * @param library the models on offer
 * @param interruption ends what runs early
 */
record World(
    PrintWriter out,
    PrintWriter err,
    boolean isOutTerminal,
    boolean isErrTerminal,
    Map<String, String> variables,
    Clock clock,
    ModelLibrary library,
    Interruption interruption) {

  /** Prints lines on {@code out}. */
  void print(Iterable<String> lines) {
    for (String line : lines) out.println(line);
  }

  /** Whether a variable of the environment is set and not empty. */
  boolean isSet(String variable) {
    return !variables.getOrDefault(variable, "").isEmpty();
  }
}
