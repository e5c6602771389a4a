package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableSizeTest {
  @Test
  void growsByAtMostAQuarter() {
    int sizes = 1;
    for (TableSize size = TableSize.first(52, 0); size.next() != null; size = size.next()) {
      final long next = size.next().homes;
      assertTrue(next > size.homes && 4 * next <= 5L * size.homes, size.homes + ", " + next);
      sizes++;
    }
    assertEquals(4 * 25, sizes);
  }

  @Test
  void growsToWhatIsLikeAnotherByAtMostDoubling() {
    for (int turn = 0; turn < 4; turn++) {
      final int factor = TableSize.first(52, turn).homes >>> 3;
      for (TableSize size = TableSize.first(52, 0); size != null; size = size.next()) {
        final TableSize next = size.nextLike(TableSize.first(52, turn));
        if (next == null) continue;
        assertTrue(next.homes > size.homes && next.homes <= 2L * size.homes, "from " + size.homes);
        assertEquals(1, Integer.bitCount(next.homes / factor), next.homes + " is no " + factor);
        assertEquals(0, next.homes % factor);
      }
    }
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {8, 9, 20, 27, 34, 52, 55})
  void splitsANumberExactlyAtEverySize(int bits) {
    final Random random = new Random(bits);
    final long largest = -1L >>> Long.SIZE - bits;
    for (TableSize size = TableSize.first(bits, 0); size != null; size = size.next()) {
      for (int i = 0; i < 1000; i++) {
        final long number = i < 2 ? i * largest : random.nextLong() >>> Long.SIZE - bits;
        final long home =
            BigInteger.valueOf(number)
                .multiply(BigInteger.valueOf(size.homes))
                .shiftRight(bits)
                .longValueExact();
        assertEquals(home, size.home(number), number + " of " + size.homes);
        assertTrue(size.rest(number) >= 0 && size.rest(number) < 1L << size.restBits);
        assertEquals(number, size.number(size.home(number), size.rest(number)));
      }
    }
  }

  @Test
  void homesAscendWithNumbersAndRestsCountThem() {
    for (TableSize size = TableSize.first(12, 0); size != null; size = size.next()) {
      for (int number = 1; number < 1 << 12; number++) {
        final int step = size.home(number) - size.home(number - 1);
        if (step == 0) assertEquals(size.rest(number - 1) + 1, size.rest(number));
        else assertEquals(0, size.rest(number));
        assertTrue(step >= 0, "number " + number);
      }
    }
  }
}
