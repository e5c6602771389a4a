package org.mdscheck.checker.result;

/**
 * Why a search ended before it was exhausted.
 *
 * @param kind the limit that was reached
 * @param finishedDepth every state up to this depth was examined; -1 if not even the initial ones
 *     were
 * @param message one sentence: what was reached, what was finished, what to change
 */
public record Limit(Kind kind, int finishedDepth, String message) {
  /** The limits, and the other reasons to end early. */
  public enum Kind {
    STATES,
    DEPTH,
    MEMORY,
    TIME,
    CANCELLED,
    FIRST_VIOLATION
  }
}
