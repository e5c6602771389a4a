package org.mdscheck.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A table of fixed size that holds numbers, each with a depth, in the fewest whole bytes, 4 at
 * least: compact hashing by quotients (J. G. Cleary, Compact hash tables using bidirectional linear
 * probing, IEEE Transactions on Computers 33, 1984), here with linear probing in one direction and
 * the rule of Robin Hood (P. Celis, 1986).
 *
 * <p>A number has a home, the slot given by its upper bits, and lies there or in one of the slots
 * behind it; an entry keeps only the rest of the number and how far it is from home. Entries stand
 * in the order of their homes: one that is inserted moves those behind it on, up to the next empty
 * slot. So a search ends at the first entry that is nearer to its home than what is sought would
 * be, and a copy into a larger table goes through both from start to end.
 *
 * <p>From the lowest bit, an entry is: 6 bits of distance + 1, the rest, the depth. Zero is empty;
 * nothing is ever taken out. Not thread-safe.
 */
final class KeyTable {
  /** What became of an insertion: the number was there. */
  static final int OLD = 0;

  /** The number was not there and is now. */
  static final int NEW = 1;

  /** The number is not there, and neither is there room for it. */
  static final int FULL = 2;

  private static final int DISTANCE_BITS = 6;

  /** The largest value of that part of an entry; a distance of 0 is 1. */
  private static final int MAX_DISTANCE = (1 << DISTANCE_BITS) - 1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  final TableSize size;

  /** How many bits a number has above those that are spread over the homes. */
  final int bitsAbove;

  /** The largest depth that an entry can hold. */
  final long maxDepth;

  private final int entryBytes;
  private final int tail; // where the last four bytes of an entry begin
  private final int depthShift;
  private final long restMask; // and distance
  private final long entryMask;
  private final int maxEntries;
  private final byte[] entries;
  private int count;

  /**
   * @param bitsAbove how many bits a number has above those that are spread over the homes
   * @param depth the largest that is to be expected; an entry may hold larger ones
   * @throws OutOfMemoryError if the heap does not allow it
   */
  KeyTable(TableSize size, int bitsAbove, int depth) {
    this.size = size;
    this.bitsAbove = bitsAbove;
    depthShift = depthShift(size, bitsAbove);
    entryBytes = entryBytes(size, bitsAbove, depth);
    tail = entryBytes - Integer.BYTES;
    restMask = (1L << depthShift) - 1;
    entryMask = -1L >>> Long.SIZE - Byte.SIZE * entryBytes;
    maxDepth = entryMask >>> depthShift;
    maxEntries = (int) ((long) size.homes * loadSixteenths(entryBytes) / 16);
    entries = new byte[(int) arrayLength(size, bitsAbove, depth)];
  }

  /**
   * How full a table may get. Short entries get more room, for speed: the average table takes 6 to
   * 9 bytes an entry, none more than 10.
   */
  private static int loadSixteenths(int entryBytes) {
    return Math.min(14, 8 + entryBytes);
  }

  /** Bytes that such a table takes from the heap. */
  static long bytes(TableSize size, int bitsAbove, int depth) {
    return MemoryBudget.byteArrayBytes(arrayLength(size, bitsAbove, depth));
  }

  /** Whether there can be such a table. */
  static boolean isPossible(TableSize size, int bitsAbove, int depth) {
    return entryBytes(size, bitsAbove, depth) <= Long.BYTES
        && arrayLength(size, bitsAbove, depth) <= Integer.MAX_VALUE - Long.BYTES;
  }

  /** An entry is read with the bytes behind it, a long at a time. */
  private static long arrayLength(TableSize size, int bitsAbove, int depth) {
    final int bytes = entryBytes(size, bitsAbove, depth);
    return slots(size) * bytes + Long.BYTES - bytes;
  }

  /** Behind the last home there is room for the largest distance. */
  private static long slots(TableSize size) {
    return (long) size.homes + MAX_DISTANCE - 1;
  }

  private static int entryBytes(TableSize size, int bitsAbove, int depth) {
    final int depthBits = Integer.SIZE - Integer.numberOfLeadingZeros(depth);
    return Math.max(
        Integer.BYTES, (depthShift(size, bitsAbove) + depthBits + Byte.SIZE - 1) / Byte.SIZE);
  }

  private static int depthShift(TableSize size, int bitsAbove) {
    return DISTANCE_BITS + size.restBits + bitsAbove;
  }

  /** Number of slots, empty ones included. */
  int slots() {
    return (int) slots(size);
  }

  /** Number of entries. */
  int count() {
    return count;
  }

  long bytes() {
    return MemoryBudget.byteArrayBytes(entries.length);
  }

  /**
   * Reads a byte at the home of a number, and so fetches it into the cache: several in a row, and
   * the misses overlap. The result means nothing, but must be used.
   */
  long touch(long number) {
    return entries[size.home(number) * entryBytes];
  }

  /** Adds a number unless it is there; says which: {@link #NEW}, {@link #OLD} or {@link #FULL}. */
  int insert(long number, int depth) {
    final byte[] bytes = entries;
    int at = size.home(number) * entryBytes;
    long wanted = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= MAX_DISTANCE; distance++) {
      final long entry = (long) LONG.get(bytes, at) & entryMask;
      if ((entry & restMask) == wanted) return OLD;
      if ((entry & MAX_DISTANCE) < distance)
        return insertAt(at, entry, wanted | (long) depth << depthShift);
      at += entryBytes;
      wanted++;
    }
    return FULL;
  }

  /** The slot of a number, or -1. */
  int find(long number) {
    int slot = size.home(number);
    long wanted = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= MAX_DISTANCE; distance++) {
      final long entry = entry(slot);
      if ((entry & restMask) == wanted) return slot;
      if ((entry & MAX_DISTANCE) < distance) return -1;
      slot++;
      wanted++;
    }
    return -1;
  }

  /** The number in a slot that is not empty. */
  long number(int slot) {
    final long entry = entry(slot);
    final int home = slot + 1 - (int) (entry & MAX_DISTANCE);
    return size.number(home, (entry & restMask) >>> DISTANCE_BITS);
  }

  /** The depth in a slot, or -1 if it is empty. */
  int depth(int slot) {
    final long entry = entry(slot);
    return entry == 0 ? -1 : (int) (entry >>> depthShift);
  }

  /** Copies all entries into another table; whether there was room for them. */
  boolean copyTo(KeyTable other) {
    final int slots = slots();
    for (int slot = 0; slot < slots; slot++) {
      final int depth = depth(slot);
      if (depth >= 0 && other.insert(number(slot), depth) == FULL) return false;
    }
    return true;
  }

  /**
   * @param there the entry that has the place now, or 0
   */
  private int insertAt(int at, long there, long entry) {
    if (count == maxEntries) return FULL;
    put(at, entry);
    if (there != 0 && !moveOn(at, there)) return FULL;
    count++;
    return NEW;
  }

  /**
   * Gives the entry that was in a slot, and those behind it up to an empty slot, the place after
   * theirs; false if one is too far from home for that, and then the table is as it was before.
   */
  private boolean moveOn(int from, long entry) {
    int at = from;
    long moving = entry;
    while (moving != 0) {
      if ((moving & MAX_DISTANCE) == MAX_DISTANCE) {
        moveBack(from, at, moving);
        return false;
      }
      at += entryBytes;
      final long next = entryAt(at);
      put(at, moving + 1);
      moving = next;
    }
    return true;
  }

  private void moveBack(int from, int to, long last) {
    long moving = last;
    for (int at = to; at > from; at -= entryBytes) {
      final long before = entryAt(at) - 1;
      put(at, moving);
      moving = before;
    }
    put(from, moving);
  }

  /**
   * Writes the bytes of an entry and no others: a processor waits when it reads a long of which it
   * has just written a part.
   */
  private void put(int at, long entry) {
    INT.set(entries, at, (int) entry);
    INT.set(entries, at + tail, (int) (entry >>> Byte.SIZE * tail));
  }

  private long entry(int slot) {
    return entryAt(slot * entryBytes);
  }

  private long entryAt(int at) {
    return (long) LONG.get(entries, at) & entryMask;
  }
}
