package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static int insert(Shard shard, long number, int depth) {
    return shard.insert(number << KeySpace.SHARD_BITS, depth);
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {10, 16, 27, 34, 52})
  void growsThroughEverySizeAndLosesNothing(int bits) {
    final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);
    final Shard shard = new Shard(0, bits, budget);
    final Set<Long> expected = new HashSet<>();
    final Random random = new Random(bits);
    final TreeMap<Integer, Integer> loads = new TreeMap<>(); // states by number of slots, at most
    for (int i = 0; i < 120_000; i++) {
      final long number = random.nextLong() >>> Long.SIZE - bits;
      assertEquals(
          expected.add(number) ? KeyTable.NEW : KeyTable.OLD, insert(shard, number, i / 1000));
      assertEquals(expected.size(), shard.size());
      loads.put(shard.slots(), shard.size());
    }
    for (long number : expected) assertEquals(number, shard.number(shard.find(number)));
    if (bits > 16) assertTrue(loads.size() > 10, loads.size() + " sizes");
    loads.remove(loads.lastKey());
    loads
        .tailMap(2000)
        .forEach(
            (slots, states) ->
                assertTrue(bits <= 16 || states > 0.65 * slots, states + " of " + slots));
  }

  /** Entries of 32 bits are longer than four bytes while the tables are small. */
  @ParameterizedTest(name = "{0} bits")
  @CsvSource({"27, 20000, 400000", "32, 900000, 1600000"})
  void fourShardsGrowInTurn(int bits, int from, int to) {
    final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);
    final Shard[] shards = new Shard[4];
    for (int i = 0; i < shards.length; i++) shards[i] = new Shard(i, bits, budget);
    final Random random = new Random(4);
    for (int size = 4; size < to; size += 4) {
      for (Shard shard : shards) insert(shard, random.nextLong() >>> Long.SIZE - bits, 200);
      final long states = Arrays.stream(shards).mapToLong(Shard::size).sum();
      final double perState = (double) budget.usedBytes() / states;
      if (size > from) assertTrue(perState < 9, perState + " bytes a state, of " + size);
    }
  }

  @ParameterizedTest(name = "{0} bits, to depth {1}")
  @CsvSource({"27, 300", "27, 70000", "52, 300", "52, 70000", "3, 100000"})
  void deepStatesMakeEntriesWider(int bits, int maxDepth) {
    final Shard shard = new Shard(0, bits, new MemoryBudget(Filling.PLENTY));
    final Random random = new Random(bits);
    final TreeMap<Long, Integer> depths = new TreeMap<>();
    for (int depth = 0; depth <= maxDepth; depth += 1 + maxDepth / 1000) {
      final long number = random.nextLong() >>> Long.SIZE - bits;
      depths.putIfAbsent(number, depth);
      assertNotEquals(KeyTable.FULL, insert(shard, number, depth));
    }
    depths.forEach((number, depth) -> assertEquals(depth, shard.depth(shard.find(number))));
  }

  @Test
  void numbersWithBitsAboveMakeEntriesWider() {
    final Shard shard = new Shard(0, 32, new MemoryBudget(Filling.PLENTY));
    final Random random = new Random(1);
    final Set<Long> expected = new HashSet<>();
    for (int above = 0; above <= 20; above++) {
      for (int i = 0; i < 500; i++) {
        final long number = random.nextLong() >>> 32 - above;
        expected.add(number);
        assertNotEquals(KeyTable.FULL, insert(shard, number, 50));
      }
    }
    assertEquals(expected.size(), shard.size());
    for (long number : expected) assertEquals(number, shard.number(shard.find(number)));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(longs = {0, 100, 10_000, 1_000_000})
  void refusesToGrowBeyondItsBudgetAndKeepsWhatItHas(long bytes) {
    final MemoryBudget budget = new MemoryBudget(bytes);
    final Shard shard = new Shard(0, 40, budget);
    int added = 0;
    while (insert(shard, 977L * added, 3) == KeyTable.NEW) added++;
    assertTrue(budget.usedBytes() <= bytes, budget.usedBytes() + " used");
    assertEquals(added, shard.size());
    for (int i = 0; i < added; i++) assertEquals(977L * i, shard.number(shard.find(977L * i)));
    assertEquals(KeyTable.FULL, insert(shard, 977L * added, 3));
    assertTrue(added == 0 || insert(shard, 0, 3) == KeyTable.OLD, "what is there needs no memory");
  }

  @Test
  void ofManyImagesThoseThatAreNewStay() {
    final Shard shard = new Shard(0, 40, new MemoryBudget(Filling.PLENTY));
    insert(shard, 5, 3);
    final long[] images = new long[] {4, 5, 6, 4, 7};
    for (int i = 0; i < images.length; i++) images[i] <<= KeySpace.SHARD_BITS;
    final long[] expected = images.clone();
    expected[1] = Shard.NONE;
    expected[3] = Shard.NONE;
    expected[4] = images[4];
    assertTrue(shard.insert(images, 0, 4, 4));
    assertArrayEquals(expected, images);
  }

  @Test
  void ofManyImagesThoseWithoutRoomDoNotStay() {
    final Shard shard = new Shard(0, 40, new MemoryBudget(0));
    final long[] images = {1 << KeySpace.SHARD_BITS, 2 << KeySpace.SHARD_BITS};
    assertFalse(shard.insert(images, 0, 2, 0));
    assertArrayEquals(new long[] {Shard.NONE, Shard.NONE}, images);
  }

  @Test
  void anUntouchedShardTakesNothing() {
    final MemoryBudget budget = new MemoryBudget(0);
    final Shard shard = new Shard(0, 40, budget);
    assertEquals(0, shard.slots());
    assertEquals(-1, shard.find(5));
  }
}
