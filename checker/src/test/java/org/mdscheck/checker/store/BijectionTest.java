package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BijectionTest {
  private static IntStream widths() {
    return IntStream.rangeClosed(1, 63);
  }

  @ParameterizedTest(name = "{0} bits")
  @MethodSource("widths")
  void imagesAreOfTheSameWidthAndInvertible(int bits) {
    final Bijection bijection = new Bijection(bits);
    final long largest = -1L >>> Long.SIZE - bits;
    final Random random = new Random(bits);
    for (int i = 0; i < 20_000; i++) {
      final long key = i < 2 ? i * largest : random.nextLong() & largest;
      final long image = bijection.apply(key);
      assertTrue(image >= 0 && image <= largest, key + " to " + image);
      assertEquals(key, bijection.invert(image));
    }
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 16, 20})
  void everyNumberIsTheImageOfOneKey(int bits) {
    final Bijection bijection = new Bijection(bits);
    final BitSet images = new BitSet();
    for (int key = 0; key < 1 << bits; key++) images.set((int) bijection.apply(key));
    assertEquals(1 << bits, images.cardinality());
  }

  @Test
  void bitsAboveStayAsTheyAre() {
    final Bijection bijection = new Bijection(40);
    final long lower = bijection.apply(12345);
    assertEquals(lower | 0xabcL << 40, bijection.apply(12345 | 0xabcL << 40));
    assertEquals(12345 | 0xabcL << 40, bijection.invert(lower | 0xabcL << 40));
  }

  /** A chi-square test: 256 classes, so about 255 is expected, and 20 more is one in six. */
  @ParameterizedTest(name = "bit {0} of 35")
  @ValueSource(ints = {0, 9, 20})
  void theLowestBitsOfImagesHaveNoPattern(int lowest) {
    final Bijection bijection = new Bijection(35);
    final int[] count = new int[256];
    final int keys = 256 * 100;
    for (long key = 0; key < keys; key++) {
      count[(int) bijection.apply(Long.rotateLeft(key, lowest) % (1L << 35)) & 255]++;
    }
    double chiSquare = 0;
    for (int n : count) chiSquare += (n - 100.0) * (n - 100.0) / 100;
    assertTrue(chiSquare < 400, "chi square " + chiSquare);
  }

  @Test
  void refusesKeysOfAllBits() {
    assertThrows(IllegalArgumentException.class, () -> new Bijection(64));
    assertThrows(IllegalArgumentException.class, () -> new Bijection(0));
  }
}
