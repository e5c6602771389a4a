package org.mdscheck.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * One shard of the store: a log of states in segments of fixed size, and an open-addressing table
 * of positions in that log.
 *
 * <p>An entry of a table of 2<sup>b</sup> entries is an int: the lower b bits are position + 1, the
 * other bits a tag, the same bits of the upper half of the state's hash. So nearly every comparison
 * of states is one that ends in "equal". 0 is "empty".
 */
final class Shard {
  private static final int FIRST_TABLE_BITS = 4;
  private static final int LAST_TABLE_BITS = 30;
  private static final int FIRST_SEGMENTS = 4;
  private static final int SEGMENT_LONGS = 1024;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(int[].class);

  private final int words;
  private final MemoryBudget budget;
  private final int segmentBits; // log2 of the number of states in a segment

  /**
   * Written under the lock, read without it: volatile, so that a reader of the array sees the
   * segments in it.
   */
  private volatile long[][] segments = new long[0][];

  private int segmentCount;

  /** Written under the lock; who reads it without may still see the one before. */
  private int[] table = new int[0];

  private int tableBits;
  private int size;

  Shard(int words, MemoryBudget budget) {
    this.words = words;
    this.budget = budget;
    segmentBits = 31 - Integer.numberOfLeadingZeros(Math.max(1, SEGMENT_LONGS / words));
  }

  /**
   * @param states holds the state from {@code from} on
   */
  synchronized StateStore.Insertion insert(long[] states, int from, long hash) {
    if (find(states, from, hash) >= 0) return StateStore.Insertion.OLD;
    if (isTableFull() && !growTable()) return StateStore.Insertion.FULL;
    if (size == segmentCount << segmentBits && !addSegment()) return StateStore.Insertion.FULL;
    append(states, from);
    enter(hash, size);
    return StateStore.Insertion.NEW;
  }

  /** A first look: false means that the state is not there, as far as {@link #find} can tell. */
  boolean mayHold(long hash) {
    final int[] entries = table;
    return entries.length > 0 && entries[firstProbe(hash, entries.length - 1)] != 0;
  }

  /**
   * Position of the state in the log, or -1. Without the lock -1 proves nothing: another thread may
   * be adding the state, or moving all of them to a larger table.
   */
  int find(long[] states, int from, long hash) {
    final int[] entries = table;
    if (entries.length == 0) return -1;
    final int mask = entries.length - 1;
    final int tag = (int) (hash >>> 32) & ~mask;
    int at = firstProbe(hash, mask);
    // Acquire; pairs with the release in `enter`: the log holds what an entry points to.
    int entry = (int) ENTRY.getAcquire(entries, at);
    while (entry != 0) {
      final int position = (entry & mask) - 1;
      if ((entry & ~mask) == tag && holds(position, states, from)) return position;
      at = at + 1 & mask;
      entry = (int) ENTRY.getAcquire(entries, at);
    }
    return -1;
  }

  void read(int position, long[] out) {
    System.arraycopy(segments[position >>> segmentBits], offset(position), out, 0, words);
  }

  int size() {
    return size;
  }

  private boolean holds(int position, long[] states, int from) {
    final int start = offset(position);
    final long[] segment = segments[position >>> segmentBits];
    return Arrays.equals(segment, start, start + words, states, from, from + words);
  }

  private int offset(int position) {
    return (position & (1 << segmentBits) - 1) * words;
  }

  /** The shard itself was chosen by the lowest 8 bits. */
  private static int firstProbe(long hash, int mask) {
    return (int) (hash >>> 8) & mask;
  }

  private void append(long[] states, int from) {
    System.arraycopy(states, from, segments[size >>> segmentBits], offset(size), words);
    size++;
  }

  private void enter(long hash, int positionPlusOne) {
    final int mask = table.length - 1;
    int at = firstProbe(hash, mask);
    while (table[at] != 0) at = at + 1 & mask;
    ENTRY.setRelease(table, at, (int) (hash >>> 32) & ~mask | positionPlusOne);
  }

  /**
   * At three quarters: a probe then looks at 8.5 entries, about half a cache line, when the state
   * is new.
   */
  private boolean isTableFull() {
    return size >= table.length - table.length / 4;
  }

  private boolean growTable() {
    final int bits = table.length == 0 ? FIRST_TABLE_BITS : tableBits + 1;
    if (bits > LAST_TABLE_BITS) return false;
    final long[][] log = segments;
    final int[] larger = reservedInts(1 << bits);
    if (larger == null) return false;
    final int[] smaller = table;
    table = larger;
    tableBits = bits;
    for (int position = 0; position < size; position++) {
      enter(StateHash.of(log[position >>> segmentBits], offset(position), words), position + 1);
    }
    if (smaller.length > 0) budget.release(MemoryBudget.intArrayBytes(smaller.length));
    return true;
  }

  private boolean addSegment() {
    long[][] log = segments;
    final int length =
        segmentCount < log.length ? log.length : Math.max(FIRST_SEGMENTS, 2 * log.length);
    final long directoryBytes = Long.BYTES * (long) (length - log.length);
    if (!budget.reserve(directoryBytes)) return false;
    final long[] segment = reservedLongs(words << segmentBits);
    if (segment == null) {
      budget.release(directoryBytes);
      return false;
    }
    if (length > log.length) log = Arrays.copyOf(log, length);
    log[segmentCount++] = segment;
    segments = log;
    return true;
  }

  /** Null when the budget, or the heap before it, does not allow the array. */
  private int[] reservedInts(int length) {
    final long bytes = MemoryBudget.intArrayBytes(length);
    if (!budget.reserve(bytes)) return null;
    try {
      return new int[length];
    } catch (OutOfMemoryError smallerHeapThanBudget) {
      budget.release(bytes);
      return null;
    }
  }

  private long[] reservedLongs(int length) {
    final long bytes = MemoryBudget.longArrayBytes(length);
    if (!budget.reserve(bytes)) return null;
    try {
      return new long[length];
    } catch (OutOfMemoryError smallerHeapThanBudget) {
      budget.release(bytes);
      return null;
    }
  }
}
