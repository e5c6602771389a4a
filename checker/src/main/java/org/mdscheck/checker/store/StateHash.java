package org.mdscheck.checker.store;

/** The hash of a packed state: 64 bits, each depending on every bit of the state. */
public final class StateHash {
  // Odd constants of MurmurHash3's 64-bit finaliser (Austin Appleby, public domain).
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;

  /** 2^64 by the golden ratio (D. E. Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private StateHash() {}

  /** A quick hash of one word, of a few bits: good for a small cache, not for a table. */
  static int upperBits(long word, int bits) {
    return (int) (word * GOLDEN >>> Long.SIZE - bits);
  }

  /** Hash of a whole vector. */
  public static long of(long[] state) {
    long hash = state.length;
    for (long word : state) {
      hash = (hash ^ word) * FIRST;
      hash ^= hash >>> 32;
    }
    hash *= SECOND;
    return hash ^ hash >>> 33;
  }

  /** Hash of a vector of one word. */
  static long of(long word) {
    long hash = (1 ^ word) * FIRST;
    hash = (hash ^ hash >>> 32) * SECOND;
    return hash ^ hash >>> 33;
  }
}
