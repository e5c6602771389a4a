package org.mdscheck.checker.store;

/**
 * Tree compression (S. Blom, B. Lisser, J. van de Pol, M. Weber, A database approach to distributed
 * state space generation, 2007; A. Laarman, J. van de Pol, M. Weber, Parallel recursive state
 * compression for free, SPIN 2011): the words of a state are the leaves of a balanced binary tree,
 * each node but the root has a dictionary of its own that numbers the words, or the pairs of
 * numbers below it, and the pair at the root is the key. Equal parts of different states are stored
 * once. Thread-safe.
 *
 * <p>A node is a number: the leaves come first, in the order of the words, and a parent after both
 * of its children. A state of one word is split into two leaves of 32 bits.
 */
final class StateTree {
  final int words;
  final int leaves;

  /** By node: the children; of leaves 0. The root is the last node. */
  final int[] left;

  final int[] right;

  /** By node, but the root has none. */
  final Dictionary[] dictionaries;

  StateTree(int words, MemoryBudget budget) {
    this.words = words;
    leaves = Math.max(2, words);
    final int nodes = 2 * leaves - 1;
    left = new int[nodes];
    right = new int[nodes];
    int oldest = 0; // node without a parent
    for (int node = leaves; node < nodes; node++) {
      left[node] = oldest++;
      right[node] = oldest++;
    }
    dictionaries = new Dictionary[nodes - 1];
    for (int node = 0; node < nodes - 1; node++) dictionaries[node] = new Dictionary(budget);
  }

  int root() {
    return left.length - 1;
  }

  /** A pair of numbers as one. */
  static long pair(int left, int right) {
    return (long) left << Dictionary.NUMBER_BITS | right;
  }

  static int leftOf(long pair) {
    return (int) (pair >>> Dictionary.NUMBER_BITS);
  }

  static int rightOf(long pair) {
    return (int) pair & Dictionary.LAST_NUMBER;
  }
}
