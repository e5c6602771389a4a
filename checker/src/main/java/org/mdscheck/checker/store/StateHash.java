package org.mdscheck.checker.store;

/** The hash of a packed state: 64 bits, each depending on every bit of the state. */
public final class StateHash {
  // Odd constants of MurmurHash3's 64-bit finaliser (Austin Appleby, public domain).
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;

  private StateHash() {}

  /** Hash of a whole vector. */
  public static long of(long[] state) {
    return of(state, 0, state.length);
  }

  /**
   * Hash of the {@code words} longs at {@code from}; equal to {@link #of(long[])} of a copy of
   * them.
   */
  static long of(long[] array, int from, int words) {
    long hash = words;
    for (int i = from; i < from + words; i++) {
      hash = (hash ^ array[i]) * FIRST;
      hash ^= hash >>> 32;
    }
    hash *= SECOND;
    return hash ^ hash >>> 33;
  }
}
