package org.mdscheck.checker.store;

import java.util.Arrays;

/**
 * Images that wait for the store. They go to their shards together: one lock for all of a shard,
 * and their cache misses overlap. Those that are new come out in the order in which they came in,
 * so neighbours in a frontier have much in common, as their parents did, and steps that commute
 * soon lead to the same state again. Not thread-safe.
 */
final class Batch {
  /** So many for each shard on average. */
  private static final int PER_SHARD = 128;

  private static final int LENGTH = KeySpace.SHARDS * PER_SHARD;

  private final long[] images = new long[LENGTH]; // in order
  private final long[] sorted = new long[LENGTH]; // by shard, and in order within it
  private final int[] places = new int[KeySpace.SHARDS]; // by shard, in `sorted`
  private int size;

  boolean isFull() {
    return size == LENGTH;
  }

  /** Adds an image; there must be room. */
  void add(long image) {
    images[size++] = image;
  }

  /**
   * Sends all images to their shards, and is empty.
   *
   * @param found receives those that were not there
   * @return whether there was memory for all of them
   */
  boolean flush(Shard[] shards, int depth, ImageList found) {
    sort();
    boolean fits = insert(shards, depth);
    for (int i = 0; i < size; i++) {
      final int place = places[KeySpace.shardOf(images[i])]++;
      if (sorted[place] != Shard.NONE && !found.add(images[i])) fits = false;
    }
    size = 0;
    return fits;
  }

  /** Leaves in {@code places} the end of each shard. */
  private void sort() {
    Arrays.fill(places, 0);
    for (int i = 0; i < size; i++) places[KeySpace.shardOf(images[i])]++;
    for (int shard = 0, start = 0; shard < places.length; shard++) {
      final int count = places[shard];
      places[shard] = start;
      start += count;
    }
    for (int i = 0; i < size; i++) sorted[places[KeySpace.shardOf(images[i])]++] = images[i];
  }

  /** Leaves in {@code places} the start of each shard. */
  private boolean insert(Shard[] shards, int depth) {
    boolean fits = true;
    for (int shard = 0, start = 0; shard < places.length; shard++) {
      final int end = places[shard];
      if (start < end) fits &= shards[shard].insert(sorted, start, end, depth);
      places[shard] = start;
      start = end;
    }
    return fits;
  }
}
