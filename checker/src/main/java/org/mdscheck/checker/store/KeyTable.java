package org.mdscheck.checker.store;

/**
 * A table of fixed size that holds numbers, each with a depth, in the fewest whole bytes, at least
 * four: compact hashing by quotients (J. G. Cleary, Compact hash tables using bidirectional linear
 * probing, IEEE Transactions on Computers 33, 1984), here with probing in one direction and the
 * distance in the entry.
 *
 * <p>A number has a home, the slot given by its upper bits, and lies there or, if that was taken
 * when it came, in the first free one of those behind it, the first after the last. An entry keeps
 * only the rest of the number and how far it is from home. Entries are never moved or taken out, so
 * a search ends at the first empty slot.
 *
 * <p>From the lowest bit, an entry is: 9 bits of distance + 1, the rest, the depth. Its lower 32
 * bits are an element of one array, what is above them some bytes of another, which are looked at
 * only if the lower ones are those that are sought. An empty slot is zero. Not thread-safe.
 */
final class KeyTable {
  /** What became of an insertion: the number was there. */
  static final int OLD = 0;

  /** The number was not there and is now. */
  static final int NEW = 1;

  /** The number is not there, and neither is there room for it; or it has too many bits. */
  static final int FULL = 2;

  private static final int DISTANCE_BITS = 9;

  /** The largest value of that part of an entry; a distance of 0 is 1. */
  private static final int MAX_DISTANCE = (1 << DISTANCE_BITS) - 1;

  /** With so few slots it does not matter how many are empty. */
  private static final int SMALL = 4096;

  private static final int BYTE = 0xff;
  private static final long LOWER = 0xffff_ffffL;

  final TableSize size;

  /** How many bits a number has above those that are spread over the homes. */
  final int bitsAbove;

  /** The largest depth that an entry can hold. */
  final long maxDepth;

  private final long maxNumber;
  private final int maxDistance;
  private final int depthShift;
  private final int keyMask; // of the lower bits: distance and rest
  private final long upperKeyMask; // of the upper ones: the rest
  private final int upperBytes; // of an entry
  private final int maxEntries;
  private final int[] lower; // by slot
  private final byte[] upper; // by slot and byte, the lowest first
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
    final long mask = (1L << depthShift) - 1;
    keyMask = (int) mask;
    upperKeyMask = mask >>> Integer.SIZE;
    upperBytes = upperBytes(size, bitsAbove, depth);
    maxDepth = (-1L >>> Integer.SIZE - Byte.SIZE * upperBytes) >>> depthShift;
    maxEntries = (int) (size.homes * 13L / 16);
    lower = new int[size.homes];
    upper = new byte[size.homes * upperBytes];
  }

  /** Bytes that such a table takes from the heap. */
  static long bytes(TableSize size, int bitsAbove, int depth) {
    return MemoryBudget.intArrayBytes(size.homes)
        + MemoryBudget.byteArrayBytes((long) size.homes * upperBytes(size, bitsAbove, depth));
  }

  /** Whether there can be such a table. */
  static boolean isPossible(TableSize size, int bitsAbove, int depth) {
    final int upperBytes = upperBytes(size, bitsAbove, depth);
    return upperBytes <= Integer.BYTES && (long) size.homes * upperBytes <= Integer.MAX_VALUE / 2;
  }

  private static int upperBytes(TableSize size, int bitsAbove, int depth) {
    final int depthBits = Integer.SIZE - Integer.numberOfLeadingZeros(depth);
    final int bits = depthShift(size, bitsAbove) + depthBits - Integer.SIZE;
    return (Math.max(0, bits) + Byte.SIZE - 1) / Byte.SIZE;
  }

  private static int depthShift(TableSize size, int bitsAbove) {
    return DISTANCE_BITS + size.restBits + bitsAbove;
  }

  /**
   * The size of the table that should replace this one when it is full; null if there is none. Of
   * entries of four bytes more than half the table may be empty then: there is room for it, and
   * copying takes time.
   *
   * @param like what sizes of such a table are alike, so that other tables are full at other times
   */
  TableSize nextSize(TableSize like) {
    return upperBytes == 0 || size.homes < SMALL ? size.nextLike(like) : size.next();
  }

  /** Number of slots, empty ones included. */
  int slots() {
    return lower.length;
  }

  /** Number of entries. */
  int count() {
    return count;
  }

  long bytes() {
    return MemoryBudget.intArrayBytes(lower.length) + MemoryBudget.byteArrayBytes(upper.length);
  }

  /**
   * Reads the home of a number, and so fetches it into the cache: several in a row, and the misses
   * overlap. The result means nothing, but must be used.
   */
  int touch(long number) {
    return lower[size.home(number)];
  }

  /** Adds a number unless it is there; says which: {@link #NEW}, {@link #OLD} or {@link #FULL}. */
  int insert(long number, int depth) {
    if (number > maxNumber) return FULL;
    int slot = size.home(number);
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      final int there = lower[slot];
      if (there == 0) return append(slot, entry, depth) ? NEW : FULL;
      if (isKey(there, slot, entry)) return OLD;
      if (++slot == lower.length) slot = 0;
      entry++;
    }
    return FULL;
  }

  /** The slot of a number, or -1. */
  int find(long number) {
    int slot = size.home(number);
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      final int there = lower[slot];
      if (there == 0) return -1;
      if (isKey(there, slot, entry)) return slot;
      if (++slot == lower.length) slot = 0;
      entry++;
    }
    return -1;
  }

  /** The number in a slot that is not empty. */
  long number(int slot) {
    return number(slot, entry(slot));
  }

  private long number(int slot, long entry) {
    final int home = slot + 1 - (int) (entry & MAX_DISTANCE);
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
    for (int slot = 0; slot < lower.length; slot++) {
      if (lower[slot] == 0) continue;
      final long entry = entry(slot);
      if (!other.addMissing(number(slot, entry), (int) (entry >>> depthShift))) return false;
    }
    return true;
  }

  /** Adds a number that is known not to be there; false if there is no room for it. */
  private boolean addMissing(long number, int depth) {
    int slot = size.home(number);
    long entry = size.rest(number) << DISTANCE_BITS | 1;
    for (int distance = 1; distance <= maxDistance; distance++) {
      if (lower[slot] == 0) return append(slot, entry, depth);
      if (++slot == lower.length) slot = 0;
      entry++;
    }
    return false;
  }

  private boolean isKey(int there, int slot, long entry) {
    return ((there ^ (int) entry) & keyMask) == 0
        && (upperKeyMask == 0 || ((upper(slot) ^ entry >>> Integer.SIZE) & upperKeyMask) == 0);
  }

  /** Puts an entry into an empty slot; false if enough of them are taken. */
  private boolean append(int slot, long key, int depth) {
    if (count == maxEntries) return false;
    count++;
    final long entry = key | (long) depth << depthShift;
    lower[slot] = (int) entry;
    long bytes = entry >>> Integer.SIZE;
    for (int at = slot * upperBytes; bytes != 0; at++) {
      upper[at] = (byte) bytes;
      bytes >>>= Byte.SIZE;
    }
    return true;
  }

  private long entry(int slot) {
    return upper(slot) << Integer.SIZE | lower[slot] & LOWER;
  }

  private long upper(int slot) {
    long bytes = 0;
    for (int at = (slot + 1) * upperBytes - 1; at >= slot * upperBytes; at--)
      bytes = bytes << Byte.SIZE | upper[at] & BYTE;
    return bytes;
  }
}
