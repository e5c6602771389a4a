package org.mdscheck.checker.result;

/**
 * The verdict on one property.
 *
 * @param name of the property
 * @param meaning of the property
 * @param verdict HOLDS, VIOLATED or INCOMPLETE
 * @param clause the violated clause; null unless VIOLATED, and for a cover that was not reached
 * @param depth of the shallowest state that violates it (steps of the shortest counterexample), or
 *     that reaches a cover; else -1
 * @param trace the counterexample; null unless VIOLATED, and for a cover that was not reached
 * @param note what else is to be said, one sentence; empty if nothing
 * @param evidenceStates of a violated recovery property: how many states, itself included, can be
 *     reached from the end of the trace by steps that can be relied on, none of which is a goal
 *     (orbits, under symmetry); else -1
 */
public record PropertyResult(
    String name,
    String meaning,
    Verdict verdict,
    String clause,
    int depth,
    Trace trace,
    String note,
    long evidenceStates) {

  /** True in every reachable state. */
  public static PropertyResult holds(String name, String meaning) {
    return new PropertyResult(name, meaning, Verdict.HOLDS, null, -1, null, "", -1);
  }

  /** Neither refuted nor proved, for the reason given. */
  public static PropertyResult incomplete(String name, String meaning, String note) {
    return new PropertyResult(name, meaning, Verdict.INCOMPLETE, null, -1, null, note, -1);
  }

  /** Refuted by a counterexample. */
  public static PropertyResult violated(String name, String meaning, Trace trace) {
    return new PropertyResult(
        name, meaning, Verdict.VIOLATED, trace.clause(), trace.depth(), trace, "", -1);
  }

  /** The same with the number of states among which the system is caught. */
  public PropertyResult withEvidenceStates(long states) {
    return new PropertyResult(name, meaning, verdict, clause, depth, trace, note, states);
  }
}
