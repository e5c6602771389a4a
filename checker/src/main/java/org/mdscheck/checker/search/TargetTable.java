package org.mdscheck.checker.search;

import java.util.Arrays;
import java.util.List;
import org.mdscheck.checker.store.StateHash;

/** A few states by their vectors. Immutable, thread-safe; looking one up allocates nothing. */
final class TargetTable {
  private final long[][] states;
  private final int[] table; // number + 1; 0 is empty

  /**
   * @param states all different; numbered in this order
   */
  TargetTable(List<long[]> states) {
    this.states = states.toArray(long[][]::new);
    table = new int[Integer.highestOneBit(Math.max(1, states.size())) * 8];
    for (int i = 0; i < this.states.length; i++) {
      int at = probe(this.states[i]);
      while (table[at] != 0) at = at + 1 & table.length - 1;
      table[at] = i + 1;
    }
  }

  int size() {
    return states.length;
  }

  /** The number of a state, or -1. */
  int find(long[] state) {
    for (int at = probe(state); table[at] != 0; at = at + 1 & table.length - 1) {
      if (Arrays.equals(states[table[at] - 1], state)) return table[at] - 1;
    }
    return -1;
  }

  private int probe(long[] state) {
    return (int) StateHash.of(state) & table.length - 1;
  }
}
