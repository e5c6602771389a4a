package org.mdscheck.checker.store;

/**
 * A number of homes in a table: 4, 5, 6 or 7 times a power of two, so that the next one is at most
 * a quarter more; and how numbers of some bits are spread over them, in ascending order. Divides
 * without a division. Immutable.
 *
 * <p>A number is split into its home, {@code number * homes / 2^bits}, and a rest, its position
 * among the numbers of that home. Bits of the number above those become upper bits of the rest.
 */
final class TableSize {
  private static final int FIRST_FACTOR = 4;
  private static final int FIRST_SHIFT = 3;
  private static final int LAST_FACTOR = 7;
  private static final int LAST_SHIFT = 27;

  /** Numbers of fewer bits are spread as if they had so many. */
  private static final int MIN_BITS = 8;

  /** Number of homes. */
  final int homes;

  /** Bits of the rest of a number that has no bits above. */
  final int restBits;

  private final int bits;
  private final int factor;
  private final int shift;
  private final long mask; // of the bits that are spread
  private final int positionBits; // of the rest, before it is divided by the factor
  private final long positionMask;
  private final long reciprocal; // 2^64 / factor, rounded up

  private TableSize(int bits, int factor, int shift) {
    this.bits = bits;
    this.factor = factor;
    this.shift = shift;
    homes = factor << shift;
    mask = (1L << bits) - 1;
    positionBits = bits - shift;
    positionMask = (1L << positionBits) - 1;
    reciprocal = Long.divideUnsigned(-1L, factor) + 1;
    restBits = Long.SIZE - Long.numberOfLeadingZeros(divided(positionMask));
  }

  /**
   * One of the smallest.
   *
   * @param bits of the numbers that are spread, at most 55
   * @param turn which of them, of any numbers the first again after the last
   */
  static TableSize first(int bits, int turn) {
    final int factors = LAST_FACTOR - FIRST_FACTOR + 1;
    return new TableSize(Math.max(MIN_BITS, bits), FIRST_FACTOR + turn % factors, FIRST_SHIFT);
  }

  /** The next larger one, or null if this is the last. */
  TableSize next() {
    if (factor < LAST_FACTOR) return new TableSize(bits, factor + 1, shift);
    return shift < Math.min(LAST_SHIFT, bits) ? new TableSize(bits, FIRST_FACTOR, shift + 1) : null;
  }

  /**
   * The next larger one of those that are another times a power of two, at most twice as large, or
   * null if there is none.
   */
  TableSize nextLike(TableSize other) {
    final int larger = other.factor > factor ? shift : shift + 1;
    return larger <= Math.min(LAST_SHIFT, bits) ? new TableSize(bits, other.factor, larger) : null;
  }

  /** How many bits of a number are above those that are spread. */
  int bitsAbove(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number >>> bits);
  }

  /** The largest number with so many bits above those that are spread. */
  long maxNumber(int bitsAbove) {
    return (1L << bits + bitsAbove) - 1;
  }

  int home(long number) {
    return (int) ((number & mask) * factor >>> positionBits);
  }

  long rest(long number) {
    return divided((number & mask) * factor & positionMask) | number >>> bits << restBits;
  }

  /** The number of a home and a rest. */
  long number(int home, long rest) {
    final long first = divided(((long) home << positionBits) + factor - 1);
    return first + (rest & (1L << restBits) - 1) | rest >>> restBits << bits;
  }

  /**
   * By the factor, rounded down. The reciprocal is too large by less than {@code factor / 2^64},
   * which is of no consequence for numbers below 2<sup>61</sup>.
   */
  private long divided(long number) {
    return Math.multiplyHigh(number, reciprocal);
  }
}
