package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parts of a state are paired with which in a tree. The fewer different values the pairs
 * take, the smaller the dictionaries. Immutable.
 *
 * <p>A node is a number: the leaves come first, in the order of the parts of a state, and a parent
 * after both of its children; the root is the last one.
 */
final class TreeShape {
  /**
   * So many groups of parts are paired in the best way; more parts are grouped one by one before.
   */
  private static final int MAX_GROUPS = 7;

  private final int leaves;
  private final int[] left; // by node; of leaves 0
  private final int[] right;

  private TreeShape(int leaves) {
    this.leaves = leaves;
    left = new int[2 * leaves - 1];
    right = new int[2 * leaves - 1];
  }

  /**
   * Neighbours are paired.
   *
   * @param leaves at least 2
   */
  static TreeShape balanced(int leaves) {
    final TreeShape shape = new TreeShape(leaves);
    int oldest = 0; // node without a parent
    for (int node = leaves; node < shape.left.length; node++) {
      shape.left[node] = oldest++;
      shape.right[node] = oldest++;
    }
    return shape;
  }

  /**
   * The shape whose dictionaries hold the fewest values, as far as a sample of the states tells.
   *
   * @param states the sample, at least one; each of as many parts, 2 or more
   */
  static TreeShape of(List<long[]> states) {
    final int leaves = states.get(0).length;
    final TreeShape shape = new TreeShape(leaves);
    final Groups groups = new Groups(states);
    int node = leaves;
    while (groups.count() > MAX_GROUPS) {
      groups.joinBest(node, shape);
      node++;
    }
    groups.joinAll(node, shape);
    return shape;
  }

  int leaves() {
    return leaves;
  }

  int root() {
    return left.length - 1;
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node];
  }

  /** About how many values the dictionaries hold for all states of which some are given. */
  long cost(List<long[]> states) {
    final long[][] values = new long[left.length][];
    long cost = 0;
    for (int node = 0; node < root(); node++) {
      values[node] =
          node < leaves
              ? Groups.part(states, node)
              : Groups.joined(values[left[node]], values[right[node]]);
      cost += Groups.estimatedCount(values[node]);
    }
    return cost;
  }

  /** Nodes without a parent, each with the hash of its values in every state of a sample. */
  private static final class Groups {
    private final List<Integer> nodes = new ArrayList<>();
    private final List<long[]> values = new ArrayList<>();

    Groups(List<long[]> states) {
      for (int leaf = 0; leaf < states.get(0).length; leaf++) {
        nodes.add(leaf);
        values.add(part(states, leaf));
      }
    }

    int count() {
      return nodes.size();
    }

    /** Makes a node of the two groups that together take the fewest values. */
    void joinBest(int node, TreeShape shape) {
      int bestA = 0;
      int bestB = 1;
      long least = Long.MAX_VALUE;
      for (int a = 0; a < count(); a++) {
        for (int b = a + 1; b < count(); b++) {
          final long together = estimatedCount(joined(values.get(a), values.get(b)));
          if (together >= least) continue;
          least = together;
          bestA = a;
          bestB = b;
        }
      }
      shape.left[node] = nodes.get(bestA);
      shape.right[node] = nodes.get(bestB);
      values.set(bestA, joined(values.get(bestA), values.get(bestB)));
      nodes.set(bestA, node);
      nodes.remove(bestB);
      values.remove(bestB);
    }

    /** Makes nodes of all groups, the root last, in the best of all ways. */
    void joinAll(int firstNode, TreeShape shape) {
      final int sets = 1 << count();
      final long[] cost = new long[sets]; // of the best tree over it, its own node included
      final int[] half = new int[sets]; // what is below the left child of that node
      final long[][] together = new long[sets][];
      for (int set = 1; set < sets; set++) {
        final int rest = set & set - 1;
        final long[] lowest = values.get(Integer.numberOfTrailingZeros(set));
        together[set] = rest == 0 ? lowest : joined(together[rest], lowest);
        if (rest != 0) choose(set, cost, half);
        cost[set] += estimatedCount(together[set]);
      }
      build(sets - 1, half, shape, new int[] {firstNode});
    }

    private static void choose(int set, long[] cost, int[] half) {
      cost[set] = Long.MAX_VALUE;
      for (int part = set - 1 & set; part > 0; part = part - 1 & set) {
        final long sum = cost[part] + cost[set & ~part];
        if (sum >= cost[set]) continue;
        cost[set] = sum;
        half[set] = part;
      }
    }

    /** Returns the node of a set of groups. */
    private int build(int set, int[] half, TreeShape shape, int[] next) {
      if ((set & set - 1) == 0) return nodes.get(Integer.numberOfTrailingZeros(set));
      final int leftNode = build(half[set], half, shape, next);
      final int rightNode = build(set & ~half[set], half, shape, next);
      final int node = next[0]++;
      shape.left[node] = leftNode;
      shape.right[node] = rightNode;
      return node;
    }

    static long[] part(List<long[]> states, int part) {
      return states.stream().mapToLong(state -> state[part]).toArray();
    }

    static long[] joined(long[] some, long[] others) {
      final long[] both = new long[some.length];
      Arrays.setAll(both, i -> StateHash.of(StateHash.of(some[i]) + others[i]));
      return both;
    }

    /**
     * How many values there are, those that the sample missed included: as many as are seen, and
     * half of the square of those seen once over those seen twice (A. Chao, Nonparametric
     * estimation of the number of classes in a population, Scandinavian Journal of Statistics 11,
     * 1984). Without that a group of nearly all parts would seem to be as small as the sample.
     */
    static long estimatedCount(long[] values) {
      final long[] sorted = values.clone();
      Arrays.sort(sorted);
      long seen = 0;
      long once = 0;
      long twice = 0;
      for (int from = 0, to = 0; from < sorted.length; from = to) {
        while (to < sorted.length && sorted[to] == sorted[from]) to++;
        seen++;
        if (to - from == 1) once++;
        else if (to - from == 2) twice++;
      }
      return seen + once * (once - 1) / (2 * (twice + 1));
    }
  }
}
