package org.mdscheck.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A few bits for each state of a frozen store. Bits are only ever set. Thread-safe: a bit set by
 * one thread is seen by the others in time, and at the latest after the next barrier.
 */
public final class StateMarks {
  /** The largest number of bits per state. */
  public static final int MAX_WIDTH = Long.SIZE;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final MemoryBudget budget;
  private final int
      widthBits; // log2 of the bits per state, a power of two so that they never cross a word
  private final long[][] words; // by shard
  private final long bytes;

  private StateMarks(StateStore store, MemoryBudget budget, int widthBits, long bytes) {
    this.budget = budget;
    this.widthBits = widthBits;
    this.bytes = bytes;
    words = new long[KeySpace.SHARDS][];
    for (int shard = 0; shard < words.length; shard++)
      words[shard] = new long[length(store, shard, widthBits)];
  }

  /**
   * All bits clear.
   *
   * @param width bits per state, 1 to {@link #MAX_WIDTH}
   * @return null if the budget does not allow them
   */
  public static StateMarks allocate(StateStore store, int width, MemoryBudget budget) {
    if (width < 1 || width > MAX_WIDTH)
      throw new IllegalArgumentException(width + " bits per state");
    final int widthBits = Integer.SIZE - Integer.numberOfLeadingZeros(width - 1);
    long bytes = 0;
    for (int shard = 0; shard < KeySpace.SHARDS; shard++) {
      bytes += MemoryBudget.longArrayBytes(length(store, shard, widthBits));
    }
    return budget.reserve(bytes) ? new StateMarks(store, budget, widthBits, bytes) : null;
  }

  /** The bits of a state, the first one lowest; bits beyond the width are zero. */
  public long get(long index) {
    final long at = (long) StateStore.slotOf(index) << widthBits;
    final long word = (long) WORD.getOpaque(words[KeySpace.shardOf(index)], (int) (at >>> 6));
    return word >>> at & -1L >>> Long.SIZE - (1 << widthBits);
  }

  /** Sets bits of a state. */
  public void set(long index, long bits) {
    final long at = (long) StateStore.slotOf(index) << widthBits;
    WORD.getAndBitwiseOr(words[KeySpace.shardOf(index)], (int) (at >>> 6), bits << at);
  }

  /** Gives the bytes back; then the marks are of no more use. */
  public void release() {
    budget.release(bytes);
  }

  private static int length(StateStore store, int shard, int widthBits) {
    return (int) (((long) store.slots(shard) << widthBits) + Long.SIZE - 1 >>> 6);
  }
}
