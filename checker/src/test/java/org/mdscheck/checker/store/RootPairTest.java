package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootPairTest {
  private static void assertComesBack(int left, int right) {
    final long key = RootPair.key(left, right);
    assertEquals(left, RootPair.left(key), left + ", " + right);
    assertEquals(right, RootPair.right(key), left + ", " + right);
  }

  @Test
  void theNumbersOfAKeyComeBack() {
    final Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      assertComesBack(random.nextInt(1 << 1 + i % 30), random.nextInt(1 << 1 + i / 30 % 30));
    }
    for (int bit = 0; bit < 30; bit++) {
      assertComesBack(1 << bit, 0);
      assertComesBack(0, 1 << bit);
    }
    assertComesBack(Dictionary.LAST_NUMBER, Dictionary.LAST_NUMBER);
  }

  /** Two bits more for each bit by which the larger number is more than 20 bits. */
  @ParameterizedTest(name = "numbers of {0} bits")
  @ValueSource(ints = {20, 21, 22, 25, 30})
  void theKeyIsSmallWhileTheNumbersAre(int bits) {
    final int largest = (1 << bits) - 1;
    final long key = RootPair.key(largest, largest);
    assertEquals(2 * bits, Long.SIZE - Long.numberOfLeadingZeros(key));
    assertTrue(RootPair.key(largest, 0) < 1L << 2 * bits);
  }
}
