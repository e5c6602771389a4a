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
  private static TableSize size(int bits, int homes) {
    TableSize size = TableSize.first(bits, 0);
    while (size.homes < homes) size = size.next();
    assertEquals(homes, size.homes);
    return size;
  }

  private static long bytes(int slots, int upperBytes) {
    return MemoryBudget.intArrayBytes(slots)
        + MemoryBudget.byteArrayBytes((long) slots * upperBytes);
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

  @ParameterizedTest(name = "{0} homes, {1} bits, depth {2}")
  @CsvSource({
    "32, 0, 0",
    "32, 1, 3",
    "48, 5, 254",
    "64, 20, 255",
    "96, 27, 200",
    "112, 52, 254",
    "1280, 52, 2000",
    "81920, 52, 65534",
    "81920, 30, 65535",
    "458752, 47, 100000",
    "4096, 12, 5",
    "4096, 55, 3"
  })
  void holdsWhatAHashMapHolds(int homes, int bits, int maxDepth) {
    final KeyTable table = new KeyTable(size(bits, homes), 0, maxDepth);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(homes);
    for (int i = 0; i < homes / 2; i++) {
      final long number = bits == 0 ? 0 : random.nextLong() >>> Long.SIZE - bits;
      final int depth = random.nextInt(maxDepth + 1);
      final int outcome = table.insert(number, depth);
      assertEquals(expected.containsKey(number) ? KeyTable.OLD : KeyTable.NEW, outcome);
      expected.putIfAbsent(number, depth);
      assertEquals(KeyTable.OLD, table.insert(number, maxDepth));
    }
    assertHolds(expected, table);
    for (int i = 0; i < homes && bits > 30; i++) {
      final long number = random.nextLong() >>> Long.SIZE - bits;
      assertEquals(expected.containsKey(number), table.find(number) >= 0);
    }
    assertTrue(table.maxDepth >= maxDepth);
  }

  @ParameterizedTest(name = "home {0}")
  @ValueSource(ints = {0, 7, 1023})
  void oneHomeOverflowsToTheSlotsBehindIt(int home) {
    final TableSize size = size(30, 1024);
    final KeyTable table = new KeyTable(size, 0, 9);
    final Map<Long, Integer> expected = new HashMap<>();
    for (int rest = 0; rest < 511; rest++) {
      assertEquals(KeyTable.NEW, table.insert(size.number(home, rest), rest % 10));
      expected.put(size.number(home, rest), rest % 10);
    }
    final long oneMore = size.number(home, 511);
    assertEquals(KeyTable.FULL, table.insert(oneMore, 0));
    assertEquals(-1, table.find(oneMore));
    assertHolds(expected, table);
  }

  @Test
  void restsThatDifferInOneBitAreTold() {
    final TableSize size = size(40, 64);
    final Random random = new Random(5);
    for (int bit = 0; bit < 33; bit++) {
      final KeyTable table = new KeyTable(size, 0, 300);
      final Map<Long, Integer> expected = new HashMap<>();
      final long rest = random.nextLong() >>> 30;
      for (long one : new long[] {rest, rest ^ 1L << bit, rest ^ 3L << bit & (1L << 34) - 1}) {
        assertEquals(-1, table.find(size.number(9, one)));
        assertEquals(KeyTable.NEW, table.insert(size.number(9, one), bit));
        expected.put(size.number(9, one), bit);
      }
      assertHolds(expected, table);
    }
  }

  @Test
  void numbersOfNeighbouringHomesAndEqualRestsAreTold() {
    final TableSize size = size(20, 64);
    final KeyTable table = new KeyTable(size, 0, 9);
    final Map<Long, Integer> expected = new HashMap<>();
    for (int rest = 5; rest >= 0; rest--) {
      for (int home = 20; home > 15; home--) {
        assertEquals(KeyTable.NEW, table.insert(size.number(home, rest), home % 10));
        expected.put(size.number(home, rest), home % 10);
        assertHolds(expected, table);
      }
    }
  }

  @ParameterizedTest(name = "{0} homes")
  @ValueSource(ints = {32, 64, 4096, 131_072})
  void fillsUpToItsLimit(int homes) {
    final KeyTable table = new KeyTable(size(52, homes), 0, 200);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(homes);
    long number = random.nextLong() >>> 12;
    while (table.insert(number, 7) != KeyTable.FULL) {
      expected.put(number, 7);
      number = random.nextLong() >>> 12;
    }
    assertHolds(expected, table);
    assertTrue(table.count() >= homes / 4 * 3, table.count() + " of " + homes);
    assertTrue(table.count() <= homes / 16 * 13, table.count() + " of " + homes);
  }

  @Test
  void entriesTakeTheFewestWholeBytes() {
    // Rests of 27 bits by 5 * 2^13 homes take 12 bits, the distance 9, depth up to 2047 takes 11.
    final TableSize size = size(27, 40_960);
    assertEquals(bytes(40_960, 0), KeyTable.bytes(size, 0, 100));
    assertEquals(bytes(40_960, 0), KeyTable.bytes(size, 0, 2047));
    assertEquals(bytes(40_960, 1), KeyTable.bytes(size, 0, 2048));
    assertEquals(KeyTable.bytes(size, 0, 2048), new KeyTable(size, 0, 2048).bytes());
  }

  @Test
  void bitsAboveTakeNoRoomUntilTheyAreWanted() {
    final TableSize size = size(32, 4096); // 20 bits of rest, 9 of distance, 4 of depth
    assertEquals(bytes(4096, 1), KeyTable.bytes(size, 7, 15));
    assertEquals(bytes(4096, 2), KeyTable.bytes(size, 8, 15));
    final KeyTable table = new KeyTable(size, 20, 15);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(1);
    for (int i = 0; i < 700; i++) {
      final long lower = random.nextLong() >>> 32;
      for (long above : new long[] {0, 1, random.nextInt(1 << 20), (1 << 20) - 1}) {
        table.insert(above << 32 | lower, i & 15);
        expected.putIfAbsent(above << 32 | lower, i & 15);
      }
      if (i % 100 == 0) assertHolds(expected, table);
    }
    assertHolds(expected, table);
  }

  @Test
  void anEntryOfMoreThanEightBytesIsImpossible() {
    // Rests of 52 bits by 32 homes take 47 bits, the distance 9: 8 are left for the depth.
    assertTrue(KeyTable.isPossible(size(52, 32), 0, 255));
    assertFalse(KeyTable.isPossible(size(52, 32), 0, 256));
  }

  @Test
  void doublesWhileSmallOrOfFourBytes() {
    assertEquals(6144, new KeyTable(size(52, 3072), 0, 9).nextSize(size(52, 6144)).homes);
    assertEquals(5120, new KeyTable(size(52, 4096), 0, 9).nextSize(size(52, 4096)).homes);
    assertEquals(8192, new KeyTable(size(27, 4096), 0, 9).nextSize(size(52, 4096)).homes);
  }

  @Test
  void isCopiedIntoALargerOne() {
    final KeyTable small = new KeyTable(size(40, 160), 0, 100);
    final Map<Long, Integer> expected = new HashMap<>();
    final Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      final long number = random.nextLong() >>> 24;
      expected.put(number, i);
      small.insert(number, i);
    }
    final KeyTable larger = new KeyTable(size(40, 192), 0, 100_000);
    assertTrue(small.copyTo(larger));
    assertHolds(expected, larger);
  }
}
