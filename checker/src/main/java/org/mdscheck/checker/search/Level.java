package org.mdscheck.checker.search;

import java.util.Arrays;
import org.mdscheck.checker.store.StateStore;

/** The states at one depth: a range of positions in each shard of the store. Immutable. */
final class Level {
  private final int depth;
  private final int[] from;
  private final int[] to;
  private final long[]
      rank; // number of states of this level in the shards before; one more than there are shards

  /**
   * @param from for each shard the first position; not modified
   * @param to for each shard the position after the last; not modified
   */
  Level(int depth, int[] from, int[] to) {
    this.depth = depth;
    this.from = from;
    this.to = to;
    rank = new long[from.length + 1];
    for (int shard = 0; shard < from.length; shard++) {
      rank[shard + 1] = rank[shard] + to[shard] - from[shard];
    }
  }

  int depth() {
    return depth;
  }

  long size() {
    return rank[from.length];
  }

  int shardCount() {
    return from.length;
  }

  /** First position in a shard. */
  int from(int shard) {
    return from[shard];
  }

  /** Position after the last in a shard. */
  int to(int shard) {
    return to[shard];
  }

  /** Visits the states number {@code first .. last-1} of this level. */
  void visit(StateStore store, long first, long last, StateVisitor visitor) {
    int shard = shardOf(first);
    int position = from[shard] + (int) (first - rank[shard]);
    for (long i = first; i < last; i++) {
      while (position == to[shard]) position = from[++shard];
      visitor.visit(store.indexAt(shard, position++));
    }
  }

  /** The last shard that begins at or before a rank, empty shards skipped. */
  private int shardOf(long first) {
    int shard = Arrays.binarySearch(rank, first);
    if (shard < 0) return -shard - 2;
    while (shard + 1 < from.length && rank[shard + 1] == first) shard++;
    return shard;
  }
}
