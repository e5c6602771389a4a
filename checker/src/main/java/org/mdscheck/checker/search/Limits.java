package org.mdscheck.checker.search;

import org.mdscheck.checker.result.Limit;

/** Says which limit ended a search, what was finished, and what to change. */
final class Limits {
  private Limits() {}

  /**
   * @param finishedDepth every state up to this depth was examined; -1 if not even the initial ones
   *     were
   */
  static Limit reached(Limit.Kind kind, int finishedDepth, Run run) {
    final String finished =
        finishedDepth < 0
            ? "no depth was finished"
            : "all states up to depth " + finishedDepth + " were examined";
    return new Limit(
        kind, finishedDepth, reason(kind, run) + "; " + finished + "; " + advice(kind));
  }

  private static String reason(Limit.Kind kind, Run run) {
    return switch (kind) {
      case STATES -> "the limit of " + run.options.maxStates() + " states was reached";
      case DEPTH -> "the depth bound of " + run.options.depthBound() + " was reached";
      case MEMORY -> "the memory limit of " + run.options.maxMemoryBytes() + " bytes was reached";
      case TIME -> "the time limit of " + run.options.timeLimit().toSeconds() + " s was reached";
      case CANCELLED -> "the search was cancelled";
      case FIRST_VIOLATION -> "the search was to stop at the first violation";
    };
  }

  private static String advice(Limit.Kind kind) {
    return switch (kind) {
      case STATES -> "allow more states or lower the bounds of the model";
      case DEPTH -> "raise the depth bound";
      case MEMORY -> "allow more memory, use symmetry, or lower the bounds of the model";
      case TIME -> "allow more time, use symmetry, or lower the bounds of the model";
      case CANCELLED -> "let it run to its end";
      case FIRST_VIOLATION -> "let it run on for the verdicts of the other properties";
    };
  }
}
