package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.result.StateVector;

/** What a store promises, for states of few bits, of one word, and of many. */
@Timeout(60)
class StateStoreTest {
  /** Different vectors for different numbers, alike in most bits. */
  private static long[] state(int words, int bits, int number) {
    final long[] state = new long[words];
    final int spread = Math.max(0, Math.min(40, bits - 24));
    state[words - 1] = (long) number << spread;
    if (words > 1) state[0] = number & 7;
    return state;
  }

  private static void visitAll(Level level, StateVisitor visitor) {
    for (long slice = 0; slice < level.sliceCount(); slice++) level.visit(slice, visitor);
  }

  @ParameterizedTest(name = "{0} words, {1} bits")
  @CsvSource({
    "1, 24",
    "1, 35",
    "1, 60",
    "1, 61",
    "1, 64",
    "2, 70",
    "3, 190",
    "12, 700",
    "500, 32000"
  })
  void aStateIsNewOnceAndKeepsItsDepth(int words, int bits) {
    final StateStore store = new StateStore(words, bits, new MemoryBudget(Filling.PLENTY));
    final StateWriter writer = store.newWriter();
    final int levels = 5;
    final int size = words > 100 ? 100 : 4000;
    final long[] out = new long[words];
    for (int depth = 0; depth < levels; depth++) {
      for (int i = 0; i < (depth + 1) * size; i++) writer.add(state(words, bits, i));
      writer.flush();
      assertEquals(size, writer.foundCount());
      final Frontier frontier = store.closeLevel();
      assertEquals(depth, frontier.depth());
      final Set<StateVector> states = new HashSet<>();
      visitAll(
          frontier,
          image -> {
            writer.read(image, out);
            states.add(new StateVector(out));
          });
      final Set<StateVector> expected = new HashSet<>();
      for (int i = depth * size; i < (depth + 1) * size; i++)
        expected.add(new StateVector(state(words, bits, i)));
      assertEquals(expected, states);
    }
    assertNull(store.closeLevel());
    store.freeze();
    final StateReader reader = store.newReader();
    final Set<Long> indexes = new HashSet<>();
    for (int i = 0; i < levels * size; i++) {
      final long index = reader.indexOf(state(words, bits, i));
      indexes.add(index);
      assertEquals(i / size, store.depthOf(index));
      reader.read(index, out);
      assertArrayEquals(state(words, bits, i), out);
    }
    assertEquals(levels * size, indexes.size());
    assertEquals(-1, reader.indexOf(state(words, bits, levels * size)));
  }

  @Test
  void aRangeOfDepthsHasTheirStates() {
    final StateStore store = new StateStore(1, 40, new MemoryBudget(Filling.PLENTY));
    final StateWriter writer = store.newWriter();
    for (int depth = 0; depth < 6; depth++) {
      for (int i = 0; i < 3000; i++) writer.add(new long[] {depth * 3000 + i});
      writer.flush();
      store.closeLevel();
    }
    store.freeze();
    final Level range = store.range(2, 4, 9000);
    final Set<Long> indexes = new HashSet<>();
    visitAll(range, indexes::add);
    assertEquals(9000, indexes.size());
    assertEquals(9000, range.size());
    final StateReader reader = store.newReader();
    final long[] out = new long[1];
    for (long index : indexes) {
      reader.read(index, out);
      assertTrue(out[0] >= 6000 && out[0] < 15_000, "state " + out[0]);
    }
  }

  @Test
  void keepsTheStateAndNotTheArray() {
    final StateStore store = new StateStore(2, 100, new MemoryBudget(Filling.PLENTY));
    final StateWriter writer = store.newWriter();
    final long[] state = {1, 2};
    writer.add(state);
    state[0] = 9;
    writer.flush();
    store.closeLevel();
    store.freeze();
    assertEquals(-1, store.newReader().indexOf(state));
    assertTrue(store.newReader().indexOf(new long[] {1, 2}) >= 0);
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 4})
  void ofSeveralThreadsOneFindsEachState(int words) throws Exception {
    final int count = 60_000;
    final StateStore store = new StateStore(words, 50, new MemoryBudget(Filling.PLENTY));
    final List<StateWriter> writers = new ArrayList<>();
    final List<Callable<Void>> tasks = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      final StateWriter writer = store.newWriter();
      final int offset = new Random(t).nextInt(count);
      writers.add(writer);
      tasks.add(
          () -> {
            for (int i = 0; i < count; i++) writer.add(state(words, 50, (i + offset) % count));
            writer.flush();
            return null;
          });
    }
    final ExecutorService threads = Executors.newFixedThreadPool(4);
    for (Future<Void> task : threads.invokeAll(tasks)) task.get();
    threads.shutdown();
    assertEquals(count, writers.stream().mapToLong(StateWriter::foundCount).sum());
    assertEquals(count, store.closeLevel().size());
    store.freeze();
    final StateReader reader = store.newReader();
    for (int i = 0; i < count; i++) assertTrue(reader.indexOf(state(words, 50, i)) >= 0);
  }

  @ParameterizedTest(name = "{0} words, {1} bytes")
  @CsvSource({"1, 0", "1, 100", "1, 300000", "1, 2000000", "4, 0", "4, 100", "4, 1000000"})
  void staysWithinItsBudgetAndLosesNoFinishedLevel(int words, long bytes) {
    final MemoryBudget budget = new MemoryBudget(bytes);
    final StateStore store = new StateStore(words, 50, budget);
    final StateWriter writer = store.newWriter();
    int next = 0;
    final Map<Integer, Integer> depths = new HashMap<>();
    while (!writer.isFull()) {
      final int from = next;
      for (int i = 0; i < 1000; i++) writer.add(state(words, 50, next++));
      writer.flush();
      if (writer.isFull()) break;
      final int depth = store.closeLevel().depth();
      for (int i = from; i < next; i++) depths.put(i, depth);
      assertTrue(budget.usedBytes() <= bytes, budget.usedBytes() + " bytes used");
    }
    store.closeLevel();
    store.freeze();
    assertTrue(budget.usedBytes() <= bytes, budget.usedBytes() + " bytes used");
    assertEquals(bytes > 1000, !depths.isEmpty());
    final StateReader reader = store.newReader();
    depths.forEach(
        (number, depth) ->
            assertEquals(depth, store.depthOf(reader.indexOf(state(words, 50, number)))));
  }

  /** The first and the last word are equal: the tree that pairs neighbours does badly. */
  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(longs = {4_000_000, Filling.PLENTY})
  void aStoreOfAnotherShapeHasTheSameStates(long bytes) {
    final MemoryBudget budget = new MemoryBudget(bytes);
    final StateStore store = new StateStore(4, 200, budget);
    final StateWriter writer = store.newWriter();
    final int size = 8000;
    final long[] out = new long[4];
    for (int depth = 0; depth < 6; depth++) {
      for (int i = depth * size; i < (depth + 1) * size; i++)
        writer.add(new long[] {i, i % 7, i % 5, i});
      writer.flush();
      assertFalse(writer.isFull());
      final Set<Long> numbers = new HashSet<>();
      visitAll(
          store.closeLevel(),
          image -> {
            writer.read(image, out);
            numbers.add(out[3]);
          });
      assertEquals(size, numbers.size());
      for (long number : numbers) assertEquals(depth, number / size);
    }
    store.freeze();
    final StateReader reader = store.newReader();
    for (int i = 0; i < 6 * size; i++) {
      final long index = reader.indexOf(new long[] {i, i % 7, i % 5, i});
      assertEquals(i / size, store.depthOf(index));
      reader.read(index, out);
      assertArrayEquals(new long[] {i, i % 7, i % 5, i}, out);
    }
    assertTrue(budget.usedBytes() <= bytes);
  }

  @Test
  void freezingGivesTheFrontierBack() {
    final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);
    final StateStore store = new StateStore(1, 40, budget);
    final StateWriter writer = store.newWriter();
    for (int i = 0; i < 100_000; i++) writer.add(new long[] {i});
    writer.flush();
    store.closeLevel();
    final long before = budget.usedBytes();
    store.freeze();
    assertEquals(100 * 1000 * 8.0, before - budget.usedBytes(), 20_000);
    assertFalse(writer.isFull());
  }

  /** 40 bits are 32 in a shard; a rest by 2^13 homes is 19, so with distance and depth 4 bytes. */
  @Test
  void aStateOfFortyBitsTakesFiveToSevenBytes() {
    final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);
    final StateStore store = new StateStore(1, 40, budget);
    final StateWriter writer = store.newWriter();
    final int count = 1 << 20;
    for (int i = 0; i < count; i++) writer.add(new long[] {i * 1_000_003L});
    writer.flush();
    store.closeLevel();
    store.freeze();
    final double bytes = (double) budget.usedBytes() / count;
    assertTrue(bytes > 4 / 0.76 && bytes < 4 / 0.58, bytes + " bytes a state");
  }

  @Test
  void isNotReadWhileItsStatesMayMove() {
    final StateStore store = new StateStore(4, 40, new MemoryBudget(Filling.PLENTY));
    assertThrows(IllegalStateException.class, store::newReader);
    store.freeze();
    assertEquals(-1, store.newReader().indexOf(new long[4]));
  }
}
