package org.mdscheck.checker.store;

/**
 * A permutation of the lowest bits of a number that leaves no pattern: keys that differ in any of
 * those bits differ in about half of them in their images. The bits above stay as they are.
 * Immutable.
 *
 * <p>Two rounds of a multiplication by an odd number, modulo the power of two, and an exclusive or
 * with the upper half. Each can be undone, so no two keys share an image and an image is as good as
 * its key.
 */
final class Bijection {
  // Odd constants of MurmurHash3's 64-bit finaliser (Austin Appleby, public domain).
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;
  private static final long FIRST_INVERSE = inverse(FIRST);
  private static final long SECOND_INVERSE = inverse(SECOND);

  private final long mask;
  private final int half; // of the bits, rounded up: a second such shift and xor undoes the first

  /**
   * @param bits how many of the lowest, 1 to 63
   */
  Bijection(int bits) {
    if (bits < 1 || bits > 63) throw new IllegalArgumentException("keys of " + bits + " bits");
    mask = (1L << bits) - 1;
    half = bits + 1 >>> 1;
  }

  /** The image of a key. */
  long apply(long key) {
    long image = key * FIRST & mask;
    image ^= image >>> half;
    image = image * SECOND & mask;
    return image ^ image >>> half | key & ~mask;
  }

  /** The key of an image. */
  long invert(long image) {
    long key = image & mask;
    key = (key ^ key >>> half) * SECOND_INVERSE & mask;
    key ^= key >>> half;
    return key * FIRST_INVERSE & mask | image & ~mask;
  }

  /** Modulo 2<sup>64</sup>, by Newton's iteration: each round doubles the bits that are right. */
  private static long inverse(long odd) {
    long inverse = odd; // right in the lowest 3 bits
    for (int round = 0; round < 5; round++) inverse *= 2 - odd * inverse;
    return inverse;
  }
}
