package org.mdscheck.bench;

/**
 * The steps of {@link Kern} written by hand for this one model, states packed in one word each: 4
 * bits of label, 2 of {@code seen} and 1 of {@code flag} for each thread, then the rest.
 */
final class KernSteps {
  /** A state has at most this many successors. */
  final int mostSuccessors;

  private static final int THREAD_BITS = 7;
  private static final int SEEN = 4;
  private static final int FLAG = 6;

  private final int threads;
  private final int maxRestarts;
  private final int a;
  private final int b;
  private final int session;
  private final int registered;
  private final int phase;
  private final int restarts;

  /**
   * @param threads in 1 .. 6
   * @param maxRestarts in 0 .. 255
   */
  KernSteps(int threads, int maxRestarts) {
    if (threads < 1 || threads > 6 || maxRestarts < 0 || maxRestarts > 255)
      throw new IllegalArgumentException(
          "kern "
              + threads
              + " "
              + maxRestarts
              + ": by hand for 1 to 6 threads, 0 to 255 restarts");
    this.threads = threads;
    this.maxRestarts = maxRestarts;
    mostSuccessors = threads + 2;
    a = THREAD_BITS * threads;
    b = a + 3;
    session = b + 3;
    registered = session + 3;
    phase = registered + 1;
    restarts = phase + 3;
  }

  /** Writes the successors of a state from {@code out[n]} on; returns the end of them. */
  int successors(long s, long[] out, int n) {
    int end = environment(s, out, n);
    for (int t = 0; t < threads; t++) {
      final long next = step(s, t);
      if (next >= 0) out[end++] = next;
    }
    return end;
  }

  /** What a thread makes of a state; -1 if it must wait. */
  private long step(long s, int t) {
    final int at = THREAD_BITS * t;
    final int label = (int) (s >>> at) & 15;
    final int flag = (int) (s >>> at + FLAG) & 1;
    final boolean isSeen = (s >>> session + 1 & 3) == (s >>> at + SEEN & 3);
    switch (label) {
      case 0:
        return seeing(s, at, 1);
      case 1:
        return go(s, at, 1) & ~(1L << at + FLAG) | (s >>> registered & 1) << at + FLAG;
      case 2, 12:
        return (s >>> a & 7) != 0 ? -1 : go(s, at, 1) | t + 1L << a;
      case 3:
        requireOwner(s, a, t);
        if (!isSeen) return forgetting(s, at, 2);
        final long advanced = (s >>> session & 7) + 1 & 7;
        return forgetting(s, at, 1) & ~(7L << session) | advanced << session;
      case 4:
        requireOwner(s, a, t);
        return go(s, at, 1) & ~(1L << at + FLAG) & ~(1L << registered) | (1L ^ flag) << registered;
      case 5:
        requireOwner(s, a, t);
        return (s >>> b & 7) != 0 ? -1 : go(s, at, 1) | t + 1L << b;
      case 6:
        requireOwner(s, a, t);
        requireOwner(s, b, t);
        return seeing(s, at, 1);
      case 7:
        requireOwner(s, a, t);
        requireOwner(s, b, t);
        return go(s, at, 1) & ~(7L << a);
      case 8:
        requireOwner(s, b, t);
        return go(s, at, 1) & ~(1L << at + FLAG) | ((s >>> phase & 7) >= 3 ? 1L << at + FLAG : 0);
      case 9:
        requireOwner(s, b, t);
        return go(s, at, 1) | ((flag & s >>> registered) != 0 ? 7L << session : 0);
      case 10:
        requireOwner(s, b, t);
        return go(s, at, 1) & ~(7L << b);
      case 11:
        return forgetting(s, at, isSeen ? 3 : 1);
      case 13:
        requireOwner(s, a, t);
        return go(s, at, 1) & ~(7L << a) & ~(1L << at + FLAG) & ~(flag != 0 ? 7L << session : 0);
      default:
        return s & ~(15L << at) & ~(1L << at + FLAG);
    }
  }

  /** The environment goes on, restarts, or either. */
  private int environment(long s, long[] out, int n) {
    int end = n;
    final int now = (int) (s >>> phase) & 7;
    if (now < 2
        || now == 3
        || now == 2 && (s >>> a & 7) == 0
        || now == 4 && (s >>> registered & 1) != 0) out[end++] = s + (1L << phase);
    if ((now == 2 || now == 5) && s >>> restarts < maxRestarts)
      out[end++] = (s & ~(7L << phase) & ~(1L << registered)) + (1L << restarts);
    return end;
  }

  private static long go(long s, int at, int labels) {
    return s + ((long) labels << at);
  }

  private long seeing(long s, int at, int labels) {
    return go(s, at, labels) & ~(3L << at + SEEN) | (s >>> session + 1 & 3) << at + SEEN;
  }

  private static long forgetting(long s, int at, int labels) {
    return go(s, at, labels) & ~(3L << at + SEEN);
  }

  private static void requireOwner(long s, int lock, int t) {
    if ((s >>> lock & 7) != t + 1) throw new IllegalStateException("not the owner of its lock");
  }
}
