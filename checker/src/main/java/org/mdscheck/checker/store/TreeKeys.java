package org.mdscheck.checker.store;

import java.util.Arrays;

/**
 * One thread's keys by a tree. What a state has in common with the one read last needs no look into
 * a dictionary: there the tree is the same, numbers and all. Nor has what was looked up lately.
 */
final class TreeKeys implements StateKeys {
  /** For each node so many values looked up lately, as many as the processor's own cache holds. */
  private static final int RECENT_BITS = 14;

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
  private final long[] recent; // by node and hash of the value: a value, and its number + 1 or 0

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
    recent = new long[root << RECENT_BITS + 1];
  }

  @Override
  public void read(long key, long[] out) {
    readPair(root, RootPair.left(key), RootPair.right(key));
    tree.join(lastLeaves, out);
  }

  private void readPair(int node, int leftNumber, int rightNumber) {
    readNode(left[node], leftNumber);
    readNode(right[node], rightNumber);
  }

  /** What is below a node that has the same number again is the same. */
  private void readNode(int node, int number) {
    if (lastNumbers[node] == number) return;
    lastNumbers[node] = number;
    final long value = dictionaries[node].value(number);
    if (node < leafCount) lastLeaves[node] = value;
    else readPair(node, StateTree.leftOf(value), StateTree.rightOf(value));
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
    final int at = (node << RECENT_BITS | StateHash.upperBits(value, RECENT_BITS)) << 1;
    if (recent[at] == value && recent[at + 1] > 0) return (int) recent[at + 1] - 1;
    final int number = adds ? dictionaries[node].numberOf(value) : dictionaries[node].find(value);
    recent[at] = value;
    recent[at + 1] = number + 1;
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
