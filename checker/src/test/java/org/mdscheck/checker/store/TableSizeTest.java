package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TableSizeTest {
  @Test
  void growsByAtMostAQuarter() {
    int sizes = 1;
    for (TableSize size = TableSize.FIRST; size.next() != null; size = size.next()) {
      final long next = size.next().buckets;
      assertTrue(next > size.buckets && 4 * next <= 5L * size.buckets, size.buckets + ", " + next);
      sizes++;
    }
    assertEquals(4 * 29, sizes);
  }

  @Test
  void dividesExactlyAtEverySize() {
    final Random random = new Random(1);
    for (TableSize size = TableSize.FIRST; size != null; size = size.next()) {
      for (int i = 0; i < 2000; i++) {
        final long near = (random.nextLong() >>> 3 + random.nextInt(60)) / size.buckets;
        for (long number = near * size.buckets - 1; number <= near * size.buckets + 1; number++) {
          if (number < 0 || number >= 1L << 61) continue;
          assertEquals(number / size.buckets, size.quotient(number), number + "/" + size.buckets);
        }
      }
      assertEquals(((1L << 61) - 1) / size.buckets, size.quotient((1L << 61) - 1));
    }
  }
}
