package org.mdscheck.checker.store;

/**
 * One thread's keys by a tree. What a state has in common with the one read last needs no look into
 * a dictionary: there the tree is the same, numbers and all.
 */
final class TreeKeys implements StateKeys {
  private static final int HALF = 32;

  private final StateTree tree;
  private final long[] lastLeaves; // of the state read last
  private final int[] lastNumbers; // by node
  private final int[] numbers; // of the state being looked up
  private boolean hasLast;

  TreeKeys(StateTree tree) {
    this.tree = tree;
    lastLeaves = new long[tree.leaves];
    lastNumbers = new int[tree.root()];
    numbers = new int[tree.root()];
  }

  @Override
  public void read(long key, long[] out) {
    hasLast = true;
    lastNumbers[tree.left[tree.root()]] = RootPair.left(key);
    lastNumbers[tree.right[tree.root()]] = RootPair.right(key);
    for (int node = tree.root() - 1; node >= tree.leaves; node--) {
      spread(node, tree.dictionaries[node].value(lastNumbers[node]));
    }
    for (int leaf = 0; leaf < lastLeaves.length; leaf++) {
      lastLeaves[leaf] = tree.dictionaries[leaf].value(lastNumbers[leaf]);
    }
    if (tree.words == 1) out[0] = lastLeaves[0] << HALF | lastLeaves[1];
    else System.arraycopy(lastLeaves, 0, out, 0, tree.words);
  }

  @Override
  public long keyOf(long[] state) {
    for (int node = 0; node < numbers.length; node++) {
      final long value = value(node, state);
      final int number =
          isLast(node, value) ? lastNumbers[node] : tree.dictionaries[node].numberOf(value);
      if (number < 0) return -1;
      numbers[node] = number;
    }
    return RootPair.key(numbers[tree.left[tree.root()]], numbers[tree.right[tree.root()]]);
  }

  @Override
  public long find(long[] state) {
    for (int node = 0; node < numbers.length; node++) {
      final long value = value(node, state);
      final int number =
          isLast(node, value) ? lastNumbers[node] : tree.dictionaries[node].find(value);
      if (number < 0) return -1;
      numbers[node] = number;
    }
    return RootPair.key(numbers[tree.left[tree.root()]], numbers[tree.right[tree.root()]]);
  }

  private void spread(int node, long pair) {
    lastNumbers[tree.left[node]] = StateTree.leftOf(pair);
    lastNumbers[tree.right[node]] = StateTree.rightOf(pair);
  }

  /** What the dictionary of a node numbers; for an inner node the numbers below are known. */
  private long value(int node, long[] state) {
    if (node >= tree.leaves) return pairAt(node);
    if (tree.words > 1) return state[node];
    return node == 0 ? state[0] >>> HALF : state[0] & 0xffff_ffffL;
  }

  private boolean isLast(int node, long value) {
    if (!hasLast) return false;
    return node < tree.leaves
        ? value == lastLeaves[node]
        : numbers[tree.left[node]] == lastNumbers[tree.left[node]]
            && numbers[tree.right[node]] == lastNumbers[tree.right[node]];
  }

  private long pairAt(int node) {
    return StateTree.pair(numbers[tree.left[node]], numbers[tree.right[node]]);
  }
}
