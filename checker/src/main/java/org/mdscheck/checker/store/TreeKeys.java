package org.mdscheck.checker.store;

import java.util.Arrays;

/**
 * One thread's keys by a tree. What a state has in common with the one read last needs no look into
 * a dictionary: there the tree is the same, numbers and all. Nor has what was looked up lately.
 */
final class TreeKeys implements StateKeys {
  /** For each node so many values looked up lately, as many as the processor's own cache holds. */
  private static final int RECENT_BITS = 12;

  private final StateTree tree;
  private final Dictionary[] dictionaries;
  private final int leafCount;
  private final int root;
  private final int[] left; // by node
  private final int[] right;
  private final long[] leaves; // of the state being looked up
  private final int[] numbers; // of that state, by node
  private final long[] lastLeaves; // of the state read last
  private final int[] lastNumbers;
  private final long[] recentValues; // by node and hash of the value
  private final int[] recentNumbers;

  TreeKeys(StateTree tree) {
    this.tree = tree;
    dictionaries = tree.dictionaries;
    leafCount = tree.shape.leaves();
    root = tree.shape.root();
    left = new int[root + 1];
    right = new int[root + 1];
    for (int node = 0; node <= root; node++) {
      left[node] = tree.shape.left(node);
      right[node] = tree.shape.right(node);
    }
    leaves = new long[leafCount];
    numbers = new int[root];
    lastLeaves = new long[leafCount];
    lastNumbers = new int[root];
    Arrays.fill(lastNumbers, -1);
    recentValues = new long[root << RECENT_BITS];
    recentNumbers = new int[root << RECENT_BITS];
    Arrays.fill(recentNumbers, -1);
  }

  @Override
  public void read(long key, long[] out) {
    lastNumbers[left[root]] = RootPair.left(key);
    lastNumbers[right[root]] = RootPair.right(key);
    for (int node = root - 1; node >= leafCount; node--) {
      final long pair = dictionaries[node].value(lastNumbers[node]);
      lastNumbers[left[node]] = StateTree.leftOf(pair);
      lastNumbers[right[node]] = StateTree.rightOf(pair);
    }
    for (int leaf = 0; leaf < leafCount; leaf++) {
      lastLeaves[leaf] = dictionaries[leaf].value(lastNumbers[leaf]);
    }
    tree.join(lastLeaves, out);
  }

  @Override
  public long keyOf(long[] state) {
    return key(state, true);
  }

  @Override
  public long find(long[] state) {
    return key(state, false);
  }

  /** The key of a state; -1 if a part has no number and gets none. */
  private long key(long[] state, boolean adds) {
    tree.split(state, leaves);
    for (int leaf = 0; leaf < leafCount; leaf++) {
      final int number = isLast(leaf) ? lastNumbers[leaf] : number(leaf, leaves[leaf], adds);
      if (number < 0) return -1;
      numbers[leaf] = number;
    }
    for (int node = leafCount; node < root; node++) {
      final int number = isLastPair(node) ? lastNumbers[node] : number(node, pair(node), adds);
      if (number < 0) return -1;
      numbers[node] = number;
    }
    return RootPair.key(numbers[left[root]], numbers[right[root]]);
  }

  private int number(int node, long value, boolean adds) {
    final int place = node << RECENT_BITS | StateHash.upperBits(value, RECENT_BITS);
    if (recentValues[place] == value && recentNumbers[place] >= 0) return recentNumbers[place];
    final int number = adds ? dictionaries[node].numberOf(value) : dictionaries[node].find(value);
    recentValues[place] = value;
    recentNumbers[place] = number;
    return number;
  }

  private boolean isLast(int leaf) {
    return leaves[leaf] == lastLeaves[leaf] && lastNumbers[leaf] >= 0;
  }

  private boolean isLastPair(int node) {
    return numbers[left[node]] == lastNumbers[left[node]]
        && numbers[right[node]] == lastNumbers[right[node]];
  }

  private long pair(int node) {
    return StateTree.pair(numbers[left[node]], numbers[right[node]]);
  }
}
