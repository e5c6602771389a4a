package org.mdscheck.checker.store;

/**
 * A few of the states that one thread met lately. Steps of different processes commute as a rule,
 * so most states that are met again are met again soon; a look here costs less than one into the
 * store. Forgets what it likes. Not thread-safe.
 */
public final class RecentStates {
  /** Small enough to stay in the processor's own cache. Larger ones were slower on `kern`. */
  private static final int LONGS = 1 << 15;

  private final int words;
  private final int placeBits;
  private final long[] states; // by place
  private final boolean[] used;

  /**
   * @param words length of a state, at least 1
   */
  public RecentStates(int words) {
    this.words = words;
    placeBits = Math.max(1, 31 - Integer.numberOfLeadingZeros(LONGS / 2 / words));
    states = new long[words << placeBits];
    used = new boolean[1 << placeBits];
  }

  /**
   * Remembers a state; says whether it was remembered before.
   *
   * @param state copied
   */
  public boolean holds(long[] state) {
    final int place = (int) (StateHash.of(state) >>> Long.SIZE - placeBits);
    final int at = place * words;
    if (used[place] && isAt(at, state)) return true;
    used[place] = true;
    for (int word = 0; word < words; word++) states[at + word] = state[word];
    return false;
  }

  private boolean isAt(int at, long[] state) {
    for (int word = 0; word < words; word++) {
      if (states[at + word] != state[word]) return false;
    }
    return true;
  }
}
