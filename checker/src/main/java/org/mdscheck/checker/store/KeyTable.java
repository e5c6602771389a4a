package org.mdscheck.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A table of fixed size that holds numbers, each with a depth, in the fewest whole bytes: compact
 * hashing by quotients (J. G. Cleary, Compact hash tables using bidirectional linear probing, IEEE
 * Transactions on Computers 33, 1984), with buckets and the rule of Robin Hood (P. Celis, 1986)
 * instead of his probing.
 *
 * <p>The home of a number is the bucket {@code number mod buckets}; an entry keeps only the
 * quotient. When that bucket is full the number goes to one of the next seven, and the entry says
 * how far it went. On the way it takes the place of an entry that is nearer to its home, which goes
 * on instead. So distances are much alike, and a search may end at a bucket with an entry nearer to
 * its home than what is sought would be: at least nine tenths of the slots fill up before a number
 * finds no place.
 *
 * <p>From the lowest bit, an entry is: 3 bits of distance, the quotient, depth + 1. Zero is empty;
 * nothing is ever taken out. Not thread-safe.
 */
final class KeyTable {
  /** Entries of a bucket. */
  static final int BUCKET = 8;

  /** What became of an insertion: the number was there. */
  static final int OLD = 0;

  /** The number was not there and is now. */
  static final int NEW = 1;

  /** The number is not there, and neither is there room for it. */
  static final int FULL = 2;

  private static final int DISTANCE_BITS = 3;

  /** How many entries one insertion may push on. */
  private static final int MAX_MOVES = 128;

  private static final int MAX_DISTANCE = (1 << DISTANCE_BITS) - 1;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final TableSize size;

  /** The largest depth that an entry can hold. */
  final long maxDepth;

  private final int buckets;
  private final int entryBytes;
  private final int bucketBytes;
  private final int depthShift;
  private final long quotientMask; // and distance
  private final long entryMask;
  private final int maxDistance;
  private final byte[] entries;
  private final int[] moved =
      new int[MAX_MOVES]; // slots of the entries that an insertion pushes on

  /**
   * @param numberBits of the numbers, at most 55
   * @param depth the largest that is to be expected; an entry may hold larger ones
   * @throws OutOfMemoryError if the heap does not allow it
   */
  KeyTable(TableSize size, int numberBits, int depth) {
    this.size = size;
    buckets = size.buckets;
    maxDistance = Math.min(MAX_DISTANCE, buckets - 1);
    depthShift = depthShift(size, numberBits);
    entryBytes = entryBytes(size, numberBits, depth);
    bucketBytes = BUCKET * entryBytes;
    quotientMask = (1L << depthShift) - 1;
    entryMask = -1L >>> Long.SIZE - Byte.SIZE * entryBytes;
    maxDepth = (entryMask >>> depthShift) - 1;
    entries = new byte[(int) arrayLength(size, numberBits, depth)];
  }

  /** Bytes that such a table takes from the heap; more than an array can have if there is none. */
  static long bytes(TableSize size, int numberBits, int depth) {
    return MemoryBudget.byteArrayBytes(arrayLength(size, numberBits, depth));
  }

  /** Whether there can be such a table. */
  static boolean isPossible(TableSize size, int numberBits, int depth) {
    return entryBytes(size, numberBits, depth) <= Long.BYTES
        && arrayLength(size, numberBits, depth) <= Integer.MAX_VALUE - Long.BYTES;
  }

  /** An entry is read and written with the bytes behind it, a long at a time. */
  private static long arrayLength(TableSize size, int numberBits, int depth) {
    final long slots = (long) size.buckets * BUCKET;
    final int bytes = entryBytes(size, numberBits, depth);
    return slots * bytes + Long.BYTES - bytes;
  }

  private static int entryBytes(TableSize size, int numberBits, int depth) {
    final int depthBits = Integer.SIZE - Integer.numberOfLeadingZeros(depth + 1);
    return (depthShift(size, numberBits) + depthBits + Byte.SIZE - 1) / Byte.SIZE;
  }

  private static int depthShift(TableSize size, int numberBits) {
    final long largest = size.quotient((1L << numberBits) - 1);
    return DISTANCE_BITS + Long.SIZE - Long.numberOfLeadingZeros(largest);
  }

  /** Number of entries, empty ones included. */
  int slots() {
    return buckets * BUCKET;
  }

  long bytes() {
    return MemoryBudget.byteArrayBytes(entries.length);
  }

  /**
   * Reads a byte of the home of a number, and so fetches it into the cache: several in a row, and
   * the misses overlap. The result means nothing, but must be used.
   */
  long touch(long number) {
    final int bucket = (int) (number - size.quotient(number) * buckets);
    return entries[bucket * bucketBytes];
  }

  /** Adds a number unless it is there; says which: {@link #NEW}, {@link #OLD} or {@link #FULL}. */
  int insert(long number, int depth) {
    final long quotient = size.quotient(number);
    final int home = (int) (number - quotient * buckets);
    long wanted = quotient << DISTANCE_BITS;
    final int end = (home + 1) * bucketBytes;
    for (int at = end - bucketBytes; at < end; at += entryBytes) {
      final long bytes = (long) LONG.get(entries, at);
      final long entry = bytes & entryMask;
      if (entry == 0) {
        LONG.set(entries, at, bytes | wanted | depth + 1L << depthShift);
        return NEW;
      }
      if ((entry & quotientMask) == wanted) return OLD;
    }
    return find(number) >= 0 ? OLD : push(wanted | depth + 1L << depthShift, home);
  }

  /** The slot of a number, or -1. */
  int find(long number) {
    final long quotient = size.quotient(number);
    int bucket = (int) (number - quotient * buckets);
    long wanted = quotient << DISTANCE_BITS;
    for (int distance = 0; distance <= maxDistance; distance++) {
      boolean isRicher = false; // some entry is nearer to its home
      for (int slot = bucket * BUCKET; slot < (bucket + 1) * BUCKET; slot++) {
        final long entry = entry(slot);
        if (entry == 0) return -1;
        if ((entry & quotientMask) == wanted) return slot;
        isRicher |= (entry & MAX_DISTANCE) < distance;
      }
      if (isRicher) return -1;
      wanted++;
      if (++bucket == buckets) bucket = 0;
    }
    return -1;
  }

  /**
   * Adds an entry that is not there and whose home is full, pushing others on. First it finds who
   * would move, so that the table is unchanged if the last one finds no place.
   */
  private int push(long entry, int home) {
    int moves = 0;
    int bucket = home;
    int distance = 0; // of the entry that looks for a place
    while (moves < MAX_MOVES) {
      if (++distance > maxDistance) return FULL;
      if (++bucket == buckets) bucket = 0;
      final int slot = richest(bucket);
      final long there = entry(slot);
      if (there == 0) {
        movePushed(moves, slot, entry, home);
        return NEW;
      }
      final int nearer = (int) there & MAX_DISTANCE;
      if (nearer >= distance) continue;
      moved[moves++] = slot;
      distance = nearer;
    }
    return FULL;
  }

  /** The first empty slot of a bucket, or the one whose entry is nearest to its home. */
  private int richest(int bucket) {
    int richest = bucket * BUCKET;
    long least = MAX_DISTANCE + 1L;
    for (int slot = bucket * BUCKET; slot < (bucket + 1) * BUCKET; slot++) {
      final long entry = entry(slot);
      if (entry == 0) return slot;
      if ((entry & MAX_DISTANCE) < least) {
        least = entry & MAX_DISTANCE;
        richest = slot;
      }
    }
    return richest;
  }

  /** Moves the pushed entries, the last one into an empty slot, and puts the new one in. */
  private void movePushed(int moves, int emptySlot, long entry, int home) {
    int to = emptySlot;
    for (int i = moves - 1; i >= 0; i--) {
      final int from = moved[i];
      put(to, entry(from) + stepsFrom(from / BUCKET, to / BUCKET));
      to = from;
    }
    put(to, entry + stepsFrom(home, to / BUCKET));
  }

  private int stepsFrom(int bucket, int laterBucket) {
    final int steps = laterBucket - bucket;
    return steps < 0 ? steps + buckets : steps;
  }

  /** The number in a slot that is not empty. */
  long number(int slot) {
    final long entry = entry(slot);
    int home = slot / BUCKET - (int) (entry & MAX_DISTANCE);
    if (home < 0) home += buckets;
    return ((entry & quotientMask) >>> DISTANCE_BITS) * buckets + home;
  }

  /** The depth in a slot, or -1 if it is empty. */
  int depth(int slot) {
    return (int) (entry(slot) >>> depthShift) - 1;
  }

  /** Copies all entries into another table; whether there was room for them. */
  boolean copyTo(KeyTable other) {
    for (int slot = 0; slot < slots(); slot++) {
      final int depth = depth(slot);
      if (depth >= 0 && other.insert(number(slot), depth) == FULL) return false;
    }
    return true;
  }

  private void put(int slot, long entry) {
    final int at = slot * entryBytes;
    LONG.set(entries, at, (long) LONG.get(entries, at) & ~entryMask | entry);
  }

  private long entry(int slot) {
    return (long) LONG.get(entries, slot * entryBytes) & entryMask;
  }
}
