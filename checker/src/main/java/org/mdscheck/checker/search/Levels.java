package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mdscheck.checker.store.StateStore;

/**
 * The levels of a search, in a form that takes a few bytes for a small level, so that a graph with
 * a million levels fits. Walked with {@link #first}, {@link #last}, {@link #next} and {@link
 * #previous}.
 */
final class Levels {
  private final StateStore store;
  private final List<int[]> additions =
      new ArrayList<>(); // per level: pairs of shard and number of states
  private final List<Long> sizes = new ArrayList<>();
  private Level last;

  Levels(StateStore store) {
    this.store = store;
  }

  /**
   * Makes a level of all states inserted since the last one; null, and no level made, if there are
   * none.
   */
  Level close() {
    final int[] from = last == null ? new int[store.shardCount()] : ends(last);
    final int[] to = new int[from.length];
    for (int shard = 0; shard < to.length; shard++) to[shard] = store.shardSize(shard);
    final Level level = new Level(sizes.size(), from, to);
    if (level.size() == 0) return null;
    additions.add(additions(level));
    sizes.add(level.size());
    last = level;
    return level;
  }

  /** Number of states of each level. */
  List<Long> sizes() {
    return Collections.unmodifiableList(sizes);
  }

  int count() {
    return sizes.size();
  }

  Level first() {
    final int[] none = new int[store.shardCount()];
    return new Level(0, none, plus(none, additions.get(0), 1));
  }

  Level last() {
    return last;
  }

  /** The level after one that is not the last. */
  Level next(Level level) {
    final int[] from = ends(level);
    return new Level(level.depth() + 1, from, plus(from, additions.get(level.depth() + 1), 1));
  }

  /** The level before one that is not the first. */
  Level previous(Level level) {
    final int[] to = new int[store.shardCount()];
    for (int shard = 0; shard < to.length; shard++) to[shard] = level.from(shard);
    return new Level(level.depth() - 1, plus(to, additions.get(level.depth() - 1), -1), to);
  }

  private static int[] ends(Level level) {
    final int[] ends = new int[level.shardCount()];
    for (int shard = 0; shard < ends.length; shard++) ends[shard] = level.to(shard);
    return ends;
  }

  private static int[] plus(int[] positions, int[] additions, int sign) {
    final int[] sum = positions.clone();
    for (int i = 0; i < additions.length; i += 2) sum[additions[i]] += sign * additions[i + 1];
    return sum;
  }

  private static int[] additions(Level level) {
    int changed = 0;
    for (int shard = 0; shard < level.shardCount(); shard++) {
      if (level.to(shard) > level.from(shard)) changed++;
    }
    final int[] pairs = new int[2 * changed];
    int at = 0;
    for (int shard = 0; shard < level.shardCount(); shard++) {
      final int added = level.to(shard) - level.from(shard);
      if (added == 0) continue;
      pairs[at++] = shard;
      pairs[at++] = added;
    }
    return pairs;
  }
}
