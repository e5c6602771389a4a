package org.mdscheck.checker.store;

/**
 * A table of fixed size that holds numbers, each with a depth, in the fewest whole bytes: compact
 * hashing by quotients (J. G. Cleary, Compact hash tables using bidirectional linear probing, IEEE
 * Transactions on Computers 33, 1984), here with buckets of eight entries that are looked at all at
 * once.
 *
 * <p>A number has a home, the bucket given by its upper bits, and lies there or, if that was full
 * when it came, in one of the thirty behind it, the first after the last. An entry keeps only the
 * rest of the number and how far it is from home. Entries are never moved or taken out, and a
 * bucket fills up from its first lane. So a search ends at the first bucket with room.
 *
 * <p>From the lowest bit, an entry is: 5 bits of distance + 1, the rest, the depth. A bucket is as
 * many longs, its planes, as an entry has bytes: the first holds the lowest byte of all eight
 * entries, a lane each, and so on. What is sought is compared with all lanes of a plane by one
 * exclusive or (L. Lamport, Multiple byte processing with full-word instructions, CACM 18, 1975).
 * An empty lane is zero. Not thread-safe.
 */
final class KeyTable {
  /** What became of an insertion: the number was there. */
  static final int OLD = 0;

  /** The number was not there and is now. */
  static final int NEW = 1;

  /** The number is not there, and neither is there room for it; or it has too many bits. */
  static final int FULL = 2;

  /** Entries of a bucket. */
  static final int LANES = 8;

  private static final int DISTANCE_BITS = 5;

  /** The largest value of that part of an entry; a distance of 0 is 1. */
  private static final int MAX_DISTANCE = (1 << DISTANCE_BITS) - 1;

  /** An entry of so many bytes is short: a table of such may be replaced by a much larger one. */
  private static final int SHORT_ENTRY_BYTES = 4;

  private static final int LAST_LANE = Long.SIZE - Byte.SIZE;
  private static final int BYTE = 0xff;
  private static final long IN_ALL_LANES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  final TableSize size;

  /** How many bits a number has above those that are spread over the homes. */
  final int bitsAbove;

  /** The largest depth that an entry can hold. */
  final long maxDepth;

  private final long maxNumber;
  private final int maxDistance;
  private final int planes;
  private final int lastPlane; // the last one with bits of the rest
  private final long lastPlaneMask; // those bits, in all lanes
  private final int depthShift;
  private final int maxEntries;
  private final long[] lanes;
  private int count;

  /**
   * @param bitsAbove how many bits a number has above those that are spread over the homes
   * @param depth the largest that is to be expected; an entry may hold larger ones
   * @throws OutOfMemoryError if the heap does not allow it
   */
  KeyTable(TableSize size, int bitsAbove, int depth) {
    this.size = size;
    this.bitsAbove = bitsAbove;
    maxNumber = size.maxNumber(bitsAbove);
    maxDistance = Math.min(MAX_DISTANCE, size.homes);
    depthShift = depthShift(size, bitsAbove);
    planes = entryBytes(size, bitsAbove, depth);
    lastPlane = (depthShift - 1) / Byte.SIZE;
    lastPlaneMask = ((1L << depthShift - Byte.SIZE * lastPlane) - 1) * IN_ALL_LANES;
    maxDepth = (-1L >>> Long.SIZE - Byte.SIZE * planes) >>> depthShift;
    maxEntries = size.homes * LANES / 4 * 3;
    lanes = new long[(int) arrayLength(size, bitsAbove, depth)];
  }

  /** Bytes that such a table takes from the heap. */
  static long bytes(TableSize size, int bitsAbove, int depth) {
    return MemoryBudget.longArrayBytes(arrayLength(size, bitsAbove, depth));
  }

  /** Whether there can be such a table. */
  static boolean isPossible(TableSize size, int bitsAbove, int depth) {
    return entryBytes(size, bitsAbove, depth) <= Long.BYTES
        && arrayLength(size, bitsAbove, depth) <= Integer.MAX_VALUE / LANES;
  }

  private static long arrayLength(TableSize size, int bitsAbove, int depth) {
    return (long) size.homes * entryBytes(size, bitsAbove, depth);
  }

  private static int entryBytes(TableSize size, int bitsAbove, int depth) {
    final int depthBits = Integer.SIZE - Integer.numberOfLeadingZeros(depth);
    return (depthShift(size, bitsAbove) + depthBits + Byte.SIZE - 1) / Byte.SIZE;
  }

  private static int depthShift(TableSize size, int bitsAbove) {
    return DISTANCE_BITS + size.restBits + bitsAbove;
  }

  /**
   * The size of the table that should replace this one when it is full; null if there is none. Of
   * short entries half the table may be empty then: there is room for it, and copying takes time.
   */
  TableSize nextSize() {
    final TableSize next = size.next();
    if (planes > SHORT_ENTRY_BYTES || next == null) return next;
    final TableSize afterNext = next.next();
    return afterNext == null ? next : afterNext;
  }

  /** Number of slots, empty ones included. */
  int slots() {
    return size.homes * LANES;
  }

  /** Number of entries. */
  int count() {
    return count;
  }

  long bytes() {
    return MemoryBudget.longArrayBytes(lanes.length);
  }

  /**
   * Reads a part of the home of a number, and so fetches it into the cache: several in a row, and
   * the misses overlap. The result means nothing, but must be used.
   */
  long touch(long number) {
    return lanes[size.home(number) * planes];
  }

  /** Adds a number unless it is there; says which: {@link #NEW}, {@link #OLD} or {@link #FULL}. */
  int insert(long number, int depth) {
    if (number > maxNumber) return FULL;
    int at = size.home(number) * planes;
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      if (equalLanes(at, entry) != 0) return OLD;
      if (hasRoom(at)) {
        if (count == maxEntries) return FULL;
        append(at, entry | (long) depth << depthShift);
        return NEW;
      }
      at += planes;
      if (at == lanes.length) at = 0;
      entry++;
    }
    return FULL;
  }

  /** The slot of a number, or -1. */
  int find(long number) {
    int bucket = size.home(number);
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      final long equal = equalLanes(bucket * planes, entry);
      if (equal != 0) return bucket * LANES + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
      if (hasRoom(bucket * planes)) return -1;
      if (++bucket == size.homes) bucket = 0;
      entry++;
    }
    return -1;
  }

  /** The number in a slot that is not empty. */
  long number(int slot) {
    return number(slot / LANES, entry(slot));
  }

  private long number(int bucket, long entry) {
    final int home = bucket + 1 - (int) (entry & MAX_DISTANCE);
    return size.number(
        home < 0 ? home + size.homes : home, (entry & (1L << depthShift) - 1) >>> DISTANCE_BITS);
  }

  /** The depth in a slot, or -1 if it is empty. */
  int depth(int slot) {
    final long entry = entry(slot);
    return entry == 0 ? -1 : (int) (entry >>> depthShift);
  }

  /** Copies all entries into another, empty table; whether there was room for them. */
  boolean copyTo(KeyTable other) {
    for (int bucket = 0; bucket < size.homes; bucket++) {
      final int end = bucket * LANES + usedBits(lanes[bucket * planes]) / Byte.SIZE;
      for (int slot = bucket * LANES; slot < end; slot++) {
        final long entry = entry(slot);
        if (!other.addMissing(number(bucket, entry), entry >>> depthShift)) return false;
      }
    }
    return true;
  }

  /** Adds a number that is known not to be there; false if there is no room for it. */
  private boolean addMissing(long number, long depth) {
    int at = size.home(number) * planes;
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      if (hasRoom(at)) {
        if (count == maxEntries) return false;
        append(at, entry | depth << depthShift);
        return true;
      }
      at += planes;
      if (at == lanes.length) at = 0;
      entry++;
    }
    return false;
  }

  /**
   * Not zero if some lane of the bucket has this distance and rest; then the lowest bit that is set
   * lies in the first such lane.
   */
  private long equalLanes(int at, long entry) {
    long rest = entry;
    long differences = 0;
    for (int plane = at; plane < at + lastPlane; plane++) {
      differences |= lanes[plane] ^ (rest & BYTE) * IN_ALL_LANES;
      rest >>>= Byte.SIZE;
    }
    differences |= (lanes[at + lastPlane] ^ rest * IN_ALL_LANES) & lastPlaneMask;
    return differences - IN_ALL_LANES & ~differences & HIGHEST_BITS;
  }

  private boolean hasRoom(int at) {
    return lanes[at] >>> LAST_LANE == 0;
  }

  /** Puts an entry into the first empty lane of a bucket. */
  private void append(int at, long entry) {
    final int lane = usedBits(lanes[at]);
    long bytes = entry;
    for (int plane = at; plane < at + planes; plane++) {
      lanes[plane] |= (bytes & BYTE) << lane;
      bytes >>>= Byte.SIZE;
    }
    count++;
  }

  /** Where the first empty lane begins; the lowest byte of an entry is never zero. */
  private static int usedBits(long firstPlane) {
    return Long.SIZE - Long.numberOfLeadingZeros(firstPlane) + Byte.SIZE - 1 & -Byte.SIZE;
  }

  private long entry(int slot) {
    final int at = slot / LANES * planes;
    final int lane = slot % LANES * Byte.SIZE;
    long entry = 0;
    for (int plane = at + planes - 1; plane >= at; plane--) {
      entry = entry << Byte.SIZE | lanes[plane] >>> lane & BYTE;
    }
    return entry;
  }
}
