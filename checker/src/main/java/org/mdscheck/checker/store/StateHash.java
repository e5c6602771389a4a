package org.mdscheck.checker.store;

/** The hash of a packed state: 64 bits, each depending on every bit of the state. */
public final class StateHash {
  // Odd constants of MurmurHash3's 64-bit finaliser (Austin Appleby, public domain).
  static final long ODD = 0x9e3779b97f4a7c15L;
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;

  private StateHash() {}

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
