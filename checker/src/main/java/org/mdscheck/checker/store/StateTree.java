package org.mdscheck.checker.store;

/**
 * Tree compression (S. Blom, B. Lisser, J. van de Pol, M. Weber, A database approach to distributed
 * state space generation, 2007; A. Laarman, J. van de Pol, M. Weber, Parallel recursive state
 * compression for free, SPIN 2011): the words of a state are the leaves of a binary tree, each node
 * but the root has a dictionary of its own that numbers the words, or the pairs of numbers below
 * it, and the pair at the root is the key. Equal parts of different states are stored once.
 * Thread-safe.
 *
 * <p>A state of one word is split into two leaves of 32 bits.
 */
final class StateTree {
  private static final int HALF = 32;

  final TreeShape shape;

  /** By node, but the root has none. */
  final Dictionary[] dictionaries;

  private final int words;

  StateTree(int words, TreeShape shape, MemoryBudget budget) {
    this.words = words;
    this.shape = shape;
    dictionaries = new Dictionary[shape.root()];
    for (int node = 0; node < dictionaries.length; node++)
      dictionaries[node] = new Dictionary(budget);
  }

  /** Number of leaves for states of that many words. */
  static int leaves(int words) {
    return Math.max(2, words);
  }

  /** Writes the leaves of a state. */
  void split(long[] state, long[] leaves) {
    if (words == 1) {
      leaves[0] = state[0] >>> HALF;
      leaves[1] = state[0] & (1L << HALF) - 1;
    } else {
      System.arraycopy(state, 0, leaves, 0, words);
    }
  }

  /** Writes the state of some leaves. */
  void join(long[] leaves, long[] state) {
    if (words == 1) state[0] = leaves[0] << HALF | leaves[1];
    else System.arraycopy(leaves, 0, state, 0, words);
  }

  /** Number of values in all dictionaries. */
  long valueCount() {
    long count = 0;
    for (Dictionary dictionary : dictionaries) count += dictionary.size();
    return count;
  }

  /** Gives all bytes back to the budget; then the tree is of no more use. */
  void release() {
    for (Dictionary dictionary : dictionaries) dictionary.release();
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
