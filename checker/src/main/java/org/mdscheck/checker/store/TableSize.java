package org.mdscheck.checker.store;

/**
 * A number of buckets: 4, 5, 6 or 7 times a power of two, so that the next one is at most a quarter
 * more. Divides by it without a division. Immutable.
 */
final class TableSize {
  /** The smallest one. */
  static final TableSize FIRST = new TableSize(4, 0);

  private static final int LAST_FACTOR = 7;
  private static final int LAST_SHIFT = 28;

  /** Number of buckets. */
  final int buckets;

  private final int factor;
  private final int shift;
  private final long reciprocal; // 2^64 / factor, rounded up

  private TableSize(int factor, int shift) {
    this.factor = factor;
    this.shift = shift;
    buckets = factor << shift;
    reciprocal = Long.divideUnsigned(-1L, factor) + 1;
  }

  /** The next larger one, or null if this is the last. */
  TableSize next() {
    if (factor < LAST_FACTOR) return new TableSize(factor + 1, shift);
    return shift < LAST_SHIFT ? new TableSize(FIRST.factor, shift + 1) : null;
  }

  /**
   * {@code number / buckets}, rounded down. The reciprocal is too large by less than {@code factor
   * / 2^64} of itself, which is of no consequence for numbers below 2<sup>61</sup>.
   *
   * @param number at least 0, less than 2<sup>61</sup>
   */
  long quotient(long number) {
    return Math.multiplyHigh(number >>> shift, reciprocal);
  }
}
