package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;

/**
 * When and how a store takes another tree: a few times, while it is small, the states found so far
 * are asked which words are best paired.
 */
final class Reshaping {
  private static final int SAMPLE = 1 << 12;
  private static final long FIRST_SIZE = 1 << 15;
  private static final long LAST_SIZE = 1 << 21;
  private static final int GROWTH = 4;

  /**
   * A new tree is to save at least one value of so many states: a byte of seven or eight that a
   * state takes. Less is not worth the copy, which takes about as long as inserting all again.
   */
  private static final int STATES_OF_VALUE = 16;

  private long nextSize = FIRST_SIZE;

  boolean isDue(long size) {
    return size >= nextSize;
  }

  /** A shape that is better for the states found, or null if there is none that much better. */
  TreeShape better(KeySpace space, int words, long size) {
    while (isDue(size)) nextSize = nextSize < LAST_SIZE ? GROWTH * nextSize : Long.MAX_VALUE;
    if (space.shape().leaves() <= 2) return null;
    final long worthwhile = size / STATES_OF_VALUE;
    if (space.valueCount() < worthwhile) return null;
    final List<long[]> sample = sample(space, words, size);
    final TreeShape best = TreeShape.of(sample);
    return space.shape().cost(sample) - best.cost(sample) >= worthwhile ? best : null;
  }

  private static List<long[]> sample(KeySpace space, int words, long size) {
    final long stride = Math.max(1, size / SAMPLE);
    final StateKeys keys = space.newKeys();
    final List<long[]> sample = new ArrayList<>();
    long seen = 0;
    for (int shard = 0; shard < KeySpace.SHARDS; shard++) {
      for (int slot = 0; slot < space.shards[shard].slots(); slot++) {
        if (space.shards[shard].depth(slot) < 0 || seen++ % stride != 0) continue;
        final long[] state = new long[words];
        keys.read(space.bijection.invert(space.image(shard, slot)), state);
        sample.add(state);
      }
    }
    return sample;
  }

  /**
   * Copies all states, and changes the images of the frontier to those of the copy; false, and the
   * frontier unchanged, if the budget does not allow the copy.
   */
  static boolean copy(KeySpace from, KeySpace to, int words, Frontier frontier) {
    final StateKeys old = from.newKeys();
    final StateKeys keys = to.newKeys();
    final long[] state = new long[words];
    for (int shard = 0; shard < KeySpace.SHARDS; shard++) {
      for (int slot = 0; slot < from.shards[shard].slots(); slot++) {
        final int depth = from.shards[shard].depth(slot);
        if (depth < 0) continue;
        old.read(from.bijection.invert(from.image(shard, slot)), state);
        final long key = keys.keyOf(state);
        if (key < 0) return false;
        final long image = to.bijection.apply(key);
        if (to.shards[KeySpace.shardOf(image)].insert(image, depth) == KeyTable.FULL) return false;
      }
    }
    frontier.replaceImages(
        image -> {
          old.read(from.bijection.invert(image), state);
          return to.bijection.apply(keys.find(state));
        });
    return true;
  }
}
