package org.mdscheck.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Numbers different longs 0, 1, 2, ... in the order in which they are first seen: a log of them in
 * segments of fixed size, and an open-addressing table of positions in that log. Thread-safe; what
 * is there is found without a lock.
 *
 * <p>An entry of a table of 2<sup>b</sup> entries is an int: the lower b bits are number + 1, the
 * other bits a tag, the same bits of the value's hash. So nearly every comparison of values is one
 * that ends in "equal". 0 is "empty".
 */
final class Dictionary {
  /** Bits of a number. */
  static final int NUMBER_BITS = 30;

  /** The largest number: there can be no more values. */
  static final int LAST_NUMBER = (1 << NUMBER_BITS) - 1;

  private static final int FIRST_TABLE_BITS = 4;
  private static final int FIRST_SEGMENTS = 4;
  private static final int SEGMENT_BITS = 10;
  private static final int SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(int[].class);

  private final MemoryBudget budget;

  /**
   * Written under the lock, read without it: volatile, so that a reader of the array sees the
   * segments in it.
   */
  private volatile long[][] segments = new long[0][];

  /** Written under the lock; who reads it without may still see the one before. */
  private int[] table = new int[0];

  private int segmentCount;
  private int tableBits;
  private int size;

  Dictionary(MemoryBudget budget) {
    this.budget = budget;
  }

  /** The number of a value, given to it now if it has none; -1 if there is no room. */
  int numberOf(long value) {
    final long hash = StateHash.of(value);
    final int known = find(value, hash);
    return known >= 0 ? known : add(value, hash);
  }

  /** The number of a value, or -1. While others add values, -1 proves nothing about those. */
  int find(long value) {
    return find(value, StateHash.of(value));
  }

  /** The value of a number given before, visibly to the caller. */
  long value(int number) {
    return segments[number >>> SEGMENT_BITS][number & SEGMENT_MASK];
  }

  /** How many values have a number. */
  synchronized int size() {
    return size;
  }

  /** Gives all bytes back to the budget; then the dictionary is of no more use. */
  synchronized void release() {
    if (table.length > 0) budget.release(MemoryBudget.intArrayBytes(table.length));
    budget.release(Long.BYTES * (long) segments.length);
    budget.release(segmentCount * MemoryBudget.longArrayBytes(1 << SEGMENT_BITS));
  }

  private int find(long value, long hash) {
    final int[] entries = table;
    if (entries.length == 0) return -1;
    final int mask = entries.length - 1;
    final int tag = (int) (hash >>> 32) & ~mask;
    int at = (int) hash & mask;
    // Acquire; pairs with the release in `enter`: the log holds what an entry points to.
    int entry = (int) ENTRY.getAcquire(entries, at);
    while (entry != 0) {
      final int number = (entry & mask) - 1;
      if ((entry & ~mask) == tag && value(number) == value) return number;
      at = at + 1 & mask;
      entry = (int) ENTRY.getAcquire(entries, at);
    }
    return -1;
  }

  private synchronized int add(long value, long hash) {
    final int known = find(value, hash);
    if (known >= 0) return known;
    if (isTableFull() && !growTable()) return -1;
    if (size == segmentCount << SEGMENT_BITS && !addSegment()) return -1;
    segments[size >>> SEGMENT_BITS][size & SEGMENT_MASK] = value;
    enter(hash, ++size);
    return size - 1;
  }

  private void enter(long hash, int numberPlusOne) {
    final int mask = table.length - 1;
    int at = (int) hash & mask;
    while (table[at] != 0) at = at + 1 & mask;
    ENTRY.setRelease(table, at, (int) (hash >>> 32) & ~mask | numberPlusOne);
  }

  /**
   * At three quarters: a probe then looks at 8.5 entries, about half a cache line, when the value
   * is new.
   */
  private boolean isTableFull() {
    return size >= table.length - table.length / 4;
  }

  private boolean growTable() {
    final int bits = table.length == 0 ? FIRST_TABLE_BITS : tableBits + 1;
    if (bits > NUMBER_BITS) return false;
    final int[] larger = reservedInts(1 << bits);
    if (larger == null) return false;
    final int[] smaller = table;
    table = larger;
    tableBits = bits;
    for (int number = 0; number < size; number++) enter(StateHash.of(value(number)), number + 1);
    if (smaller.length > 0) budget.release(MemoryBudget.intArrayBytes(smaller.length));
    return true;
  }

  private boolean addSegment() {
    long[][] log = segments;
    final int length =
        segmentCount < log.length ? log.length : Math.max(FIRST_SEGMENTS, 2 * log.length);
    final long directoryBytes = Long.BYTES * (long) (length - log.length);
    if (!budget.reserve(directoryBytes)) return false;
    final long[] segment = reservedLongs(1 << SEGMENT_BITS);
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
