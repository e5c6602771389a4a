package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {
  private static TableSize size(int buckets) {
    TableSize size = TableSize.FIRST;
    while (size.buckets < buckets) size = size.next();
    assertEquals(buckets, size.buckets);
    return size;
  }

  private static void assertHolds(Map<Long, Integer> expected, KeyTable table) {
    int occupied = 0;
    for (int slot = 0; slot < table.slots(); slot++) {
      if (table.depth(slot) < 0) continue;
      occupied++;
      assertEquals(expected.get(table.number(slot)), table.depth(slot));
      assertEquals(slot, table.find(table.number(slot)));
    }
    assertEquals(expected.size(), occupied);
  }

  @ParameterizedTest(name = "{0} buckets, {1} bits, depth {2}")
  @CsvSource({
    "4, 0, 0",
    "4, 1, 3",
    "4, 5, 254",
    "5, 20, 255",
    "6, 27, 200",
    "7, 52, 254",
    "40, 52, 2000",
    "1280, 52, 65534",
    "1280, 30, 65535",
    "7168, 47, 100000",
    "1024, 12, 5",
    "512, 55, 3"
  })
  void holdsWhatAHashMapHolds(int buckets, int bits, int maxDepth) {
    final KeyTable table = new KeyTable(size(buckets), bits, maxDepth);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(buckets);
    for (int i = 0; i < 7 * buckets; i++) {
      final long number = bits == 0 ? 0 : random.nextLong() >>> Long.SIZE - bits;
      final int depth = random.nextInt(maxDepth + 1);
      final int outcome = table.insert(number, depth);
      assertEquals(expected.containsKey(number) ? KeyTable.OLD : KeyTable.NEW, outcome);
      expected.putIfAbsent(number, depth);
      assertEquals(KeyTable.OLD, table.insert(number, maxDepth));
    }
    assertHolds(expected, table);
    assertTrue(table.maxDepth >= maxDepth);
  }

  @ParameterizedTest(name = "{0} buckets")
  @ValueSource(ints = {4, 5, 48, 1280, 20_480})
  void nineTenthsOfTheSlotsFillUp(int buckets) {
    final KeyTable table = new KeyTable(size(buckets), 45, 9);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(buckets);
    boolean isFull = false;
    while (!isFull) {
      final long number = random.nextLong() >>> 19;
      final int depth = random.nextInt(10);
      isFull = table.insert(number, depth) == KeyTable.FULL;
      if (!isFull) expected.putIfAbsent(number, depth);
    }
    assertHolds(expected, table);
    assertTrue(expected.size() > 0.9 * table.slots(), expected.size() + " of " + table.slots());
  }

  @ParameterizedTest(name = "{0} buckets")
  @CsvSource({"4", "5", "6", "7", "8", "96"})
  void aFullBucketOverflowsToTheNextSeven(int buckets) {
    final KeyTable table = new KeyTable(size(buckets), 30, 9);
    final int reach = Math.min(8, buckets) * KeyTable.BUCKET;
    final Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < reach; i++) {
      final long number = (long) i * buckets + buckets - 1; // all at home in the last bucket
      assertEquals(KeyTable.NEW, table.insert(number, i % 10));
      expected.put(number, i % 10);
    }
    final long oneMore = (long) reach * buckets + buckets - 1;
    assertEquals(KeyTable.FULL, table.insert(oneMore, 0));
    assertEquals(-1, table.find(oneMore));
    assertHolds(expected, table);
  }

  @Test
  void numbersOfDifferentHomesAndEqualQuotientsAreTold() {
    final KeyTable table = new KeyTable(size(16), 20, 9);
    final Map<Long, Integer> expected = new HashMap<>();
    for (long quotient = 0; quotient < 8; quotient++) { // fills bucket 3, then goes to 4
      for (long home = 3; home < 5; home++) {
        assertEquals(KeyTable.NEW, table.insert(quotient * 16 + home, (int) home));
        expected.put(quotient * 16 + home, (int) home);
      }
    }
    for (long quotient = 8; quotient < 12; quotient++) { // 3 flows over into 5, past 4
      assertEquals(KeyTable.NEW, table.insert(quotient * 16 + 3, 7));
      assertEquals(KeyTable.NEW, table.insert(quotient * 16 + 4, 8));
      expected.put(quotient * 16 + 3, 7);
      expected.put(quotient * 16 + 4, 8);
    }
    assertHolds(expected, table);
  }

  @Test
  void allNumbersOfAFullUniverseFit() {
    final KeyTable table = new KeyTable(size(512), 12, 1);
    for (long number = 0; number < 1 << 12; number++) {
      assertEquals(KeyTable.NEW, table.insert(number, 1));
    }
    for (long number = 0; number < 1 << 12; number++) assertTrue(table.find(number) >= 0);
    assertEquals(MemoryBudget.byteArrayBytes(512 * 8 + 7), table.bytes());
  }

  @Test
  void entriesTakeTheFewestWholeBytes() {
    // Quotients of 27 bits by 5 * 2^10 take 15 bits, the distance 3, depth + 1 up to 201 takes 8.
    assertEquals(
        MemoryBudget.byteArrayBytes(5 * 1024 * 8 * 4 + 4), KeyTable.bytes(size(5120), 27, 200));
    assertEquals(
        MemoryBudget.byteArrayBytes(5 * 1024 * 8 * 4 + 4), KeyTable.bytes(size(5120), 27, 16_382));
    assertEquals(
        MemoryBudget.byteArrayBytes(5 * 1024 * 8 * 5 + 3), KeyTable.bytes(size(5120), 27, 16_383));
  }

  @Test
  void anEntryOfMoreThanEightBytesIsImpossible() {
    assertTrue(KeyTable.isPossible(TableSize.FIRST, 52, 2046));
    assertFalse(KeyTable.isPossible(TableSize.FIRST, 52, 2047));
  }

  @Test
  void isCopiedIntoALargerOne() {
    final KeyTable small = new KeyTable(size(20), 40, 100);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      final long number = random.nextLong() >>> 24;
      expected.put(number, i);
      small.insert(number, i);
    }
    final KeyTable larger = new KeyTable(size(24), 40, 100_000);
    assertTrue(small.copyTo(larger));
    assertHolds(expected, larger);
  }
}
