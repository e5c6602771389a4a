package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** The states found last, not expanded yet; good until the store closes the next level. */
public final class Frontier implements Level {
  private static final int SLICE = 256;
  private static final int SLICES_OF_CHUNK = ChunkPool.LENGTH / SLICE;

  private final int depth;
  private final long size;
  private final long[][] chunks;
  private final int[] used; // by chunk

  private Frontier(int depth, long size, long[][] chunks, int[] used) {
    this.depth = depth;
    this.size = size;
    this.chunks = chunks;
    this.used = used;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long sliceCount() {
    return (long) chunks.length * SLICES_OF_CHUNK;
  }

  @Override
  public void visit(long slice, StateVisitor visitor) {
    final int number = (int) (slice / SLICES_OF_CHUNK);
    final long[] chunk = chunks[number];
    final int from = (int) (slice % SLICES_OF_CHUNK) * SLICE;
    final int to = Math.min(used[number], from + SLICE);
    for (int i = from; i < to; i++) visitor.visit(chunk[i]);
  }

  void replaceImages(LongUnaryOperator replacement) {
    for (int number = 0; number < chunks.length; number++) {
      final long[] chunk = chunks[number];
      for (int i = 0; i < used[number]; i++) chunk[i] = replacement.applyAsLong(chunk[i]);
    }
  }

  void giveBackTo(ChunkPool pool) {
    for (long[] chunk : chunks) pool.give(chunk);
  }

  /** Collects the chunks of a frontier. */
  static final class Builder {
    private final List<long[]> chunks = new ArrayList<>();
    private final List<Integer> used = new ArrayList<>();
    private long size;

    /**
     * @param count of states in the chunk
     */
    void add(long[] chunk, int count) {
      chunks.add(chunk);
      used.add(count);
      size += count;
    }

    Frontier at(int depth) {
      return new Frontier(
          depth,
          size,
          chunks.toArray(long[][]::new),
          used.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
