package org.mdscheck.checker.search;

import java.util.Arrays;

/**
 * For each property the least violation on one level: the least state vector (words compared as
 * unsigned), and for that state the least clause. A step that violates a property counts as a
 * violation of the state that it starts from.
 */
final class Findings {
  private final long[][] states;
  private final int[] clauses;
  private final boolean[] found;

  /**
   * @param properties how many are told apart
   * @param words length of a state
   */
  Findings(int properties, int words) {
    states = new long[properties][words];
    clauses = new int[properties];
    found = new boolean[properties];
  }

  /**
   * Keeps a violation if it is the least so far. Allocates nothing.
   *
   * @param clause index of the clause, of the check, or 0
   * @param state copied
   */
  void offer(int property, int clause, long[] state) {
    if (found[property] && compare(property, clause, state) >= 0) return;
    found[property] = true;
    clauses[property] = clause;
    System.arraycopy(state, 0, states[property], 0, state.length);
  }

  /** Takes over what is less there, and empties it. */
  void drain(Findings other) {
    for (int p = 0; p < found.length; p++) {
      if (!other.found[p]) continue;
      offer(p, other.clauses[p], other.states[p]);
      other.found[p] = false;
    }
  }

  boolean has(int property) {
    return found[property];
  }

  int clause(int property) {
    return clauses[property];
  }

  /** A copy of the state. */
  long[] state(int property) {
    return states[property].clone();
  }

  private int compare(int property, int clause, long[] state) {
    final int states = Arrays.compareUnsigned(state, this.states[property]);
    return states != 0 ? states : Integer.compare(clause, clauses[property]);
  }
}
