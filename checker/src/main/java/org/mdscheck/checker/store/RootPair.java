package org.mdscheck.checker.store;

/**
 * The pair of numbers at the root of a tree as a key that is small while both are: the lower 20
 * bits of the numbers side by side, and above them the upper 10 bits of both, interleaved.
 */
final class RootPair {
  /** Bits of a key when both numbers are small. */
  static final int SMALL_BITS = 40;

  private static final int LOWER_BITS = SMALL_BITS / 2;
  private static final int LOWER = (1 << LOWER_BITS) - 1;

  private RootPair() {}

  static long key(int left, int right) {
    final long lower = (long) (left & LOWER) << LOWER_BITS | right & LOWER;
    if ((left | right) <= LOWER) return lower;
    final long upper = spread(left >>> LOWER_BITS) << 1 | spread(right >>> LOWER_BITS);
    return upper << SMALL_BITS | lower;
  }

  static int left(long key) {
    return (int) (key >>> LOWER_BITS) & LOWER | gathered(key >>> SMALL_BITS + 1) << LOWER_BITS;
  }

  static int right(long key) {
    return (int) key & LOWER | gathered(key >>> SMALL_BITS) << LOWER_BITS;
  }

  /** Moves bit i of ten to position 2 i. */
  private static long spread(int bits) {
    long spread = bits;
    spread = (spread | spread << 8) & 0x300ff;
    spread = (spread | spread << 4) & 0x3_0f0f;
    spread = (spread | spread << 2) & 0x3_3333;
    return (spread | spread << 1) & 0x5_5555;
  }

  /** Undoes {@link #spread}; the bits between are ignored. */
  private static int gathered(long spread) {
    long bits = spread & 0x5_5555;
    bits = (bits | bits >>> 1) & 0x3_3333;
    bits = (bits | bits >>> 2) & 0x3_0f0f;
    bits = (bits | bits >>> 4) & 0x300ff;
    return (int) (bits | bits >>> 8) & 0x3ff;
  }
}
