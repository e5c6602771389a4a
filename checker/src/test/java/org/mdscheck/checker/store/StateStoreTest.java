package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises; a new implementation adds itself to {@link #store}. */
@Timeout(60)
class StateStoreTest {
  private static final long PLENTY = 1L << 28;

  private static StateStore store(int words, MemoryBudget budget) {
    return new ShardedStateStore(words, budget);
  }

  /** Different vectors for different numbers, alike in most bits. */
  private static long[] state(int words, int number) {
    final long[] state = new long[words];
    state[words - 1] = (long) number << 40;
    state[0] ^= number & 7;
    return state;
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 2, 3, 12, 1500})
  void aStateIsNewOnceAndKeepsItsIndex(int words) {
    final StateStore store = store(words, new MemoryBudget(PLENTY));
    final int count = words > 100 ? 300 : 20_000;
    for (int i = 0; i < count; i++)
      assertEquals(StateStore.Insertion.NEW, store.insert(state(words, i)));
    final Set<Long> indexes = new HashSet<>();
    final long[] out = new long[words];
    for (int i = 0; i < count; i++) {
      assertEquals(StateStore.Insertion.OLD, store.insert(state(words, i)));
      final long index = store.indexOf(state(words, i));
      indexes.add(index);
      store.read(index, out);
      assertArrayEquals(state(words, i), out);
    }
    assertEquals(count, indexes.size());
    assertEquals(count, store.size());
    assertEquals(-1, store.indexOf(state(words, count)));
  }

  @Test
  void shardsAndPositionsEnumerateAllStates() {
    final StateStore store = store(1, new MemoryBudget(PLENTY));
    for (int i = 0; i < 5000; i++) store.insert(new long[] {i});
    final Set<Long> seen = new HashSet<>();
    final long[] out = new long[1];
    for (int shard = 0; shard < store.shardCount(); shard++) {
      for (int position = 0; position < store.shardSize(shard); position++) {
        final long index = store.indexAt(shard, position);
        assertEquals(shard, store.shardOf(index));
        assertEquals(position, store.positionOf(index));
        store.read(index, out);
        seen.add(out[0]);
      }
    }
    assertEquals(5000, seen.size());
  }

  @Test
  void keepsTheStateAndNotTheArray() {
    final StateStore store = store(2, new MemoryBudget(PLENTY));
    final long[] state = {1, 2};
    store.insert(state);
    state[0] = 9;
    assertEquals(-1, store.indexOf(state));
    assertTrue(store.indexOf(new long[] {1, 2}) >= 0);
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 3, 1500})
  void aBatchAddsTheStatesThatAreNew(int words) {
    final StateStore store = store(words, new MemoryBudget(PLENTY));
    final StateBatch batch = new StateBatch(words);
    final Set<Integer> numbers = new HashSet<>();
    final Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      final int before = numbers.size();
      while (!batch.isFull()) {
        final int number = random.nextInt(2000);
        batch.add(state(words, number));
        numbers.add(number);
      }
      assertEquals(numbers.size() - before, store.insertAll(batch));
      assertEquals(0, batch.size());
    }
    assertEquals(numbers.size(), store.size());
    for (int number : numbers) assertTrue(store.indexOf(state(words, number)) >= 0);
  }

  @Test
  void anEmptyBatchAddsNothing() {
    assertEquals(0, store(2, new MemoryBudget(PLENTY)).insertAll(new StateBatch(2)));
  }

  @Test
  void aBatchBeyondTheBudgetSaysSo() {
    final StateStore store = store(4, new MemoryBudget(1_000_000));
    final StateBatch batch = new StateBatch(4);
    int number = 0;
    int added = 0;
    while (added >= 0) {
      while (!batch.isFull()) batch.add(state(4, number++));
      added = store.insertAll(batch);
      if (added >= 0) assertEquals(number, store.size());
    }
    assertEquals(0, batch.size());
    final long size = store.size();
    assertTrue(size < number, "all of " + number + " went in");
    for (int i = 0; i < number; i++) assertEquals(i < size, store.indexOf(state(4, i)) >= 0);
  }

  /** Inserts each state and returns how many were new. */
  private interface Inserter {
    int insert(StateStore store, List<long[]> states);
  }

  private static int oneByOne(StateStore store, List<long[]> states) {
    int added = 0;
    for (long[] state : states) {
      if (store.insert(state) == StateStore.Insertion.NEW) added++;
    }
    return added;
  }

  private static int inBatches(StateStore store, List<long[]> states) {
    final StateBatch batch = new StateBatch(3);
    int added = 0;
    for (long[] state : states) {
      batch.add(state);
      if (batch.isFull()) added += store.insertAll(batch);
    }
    return added + store.insertAll(batch);
  }

  @Test
  void ofSeveralThreadsOneInsertsEachState() throws Exception {
    insertFromSeveralThreads(List.of(StateStoreTest::oneByOne));
  }

  @Test
  void ofSeveralThreadsWithBatchesOneInsertsEachState() throws Exception {
    insertFromSeveralThreads(List.of(StateStoreTest::inBatches));
  }

  @Test
  void ofSeveralThreadsWithAndWithoutBatchesOneInsertsEachState() throws Exception {
    insertFromSeveralThreads(List.of(StateStoreTest::inBatches, StateStoreTest::oneByOne));
  }

  private static void insertFromSeveralThreads(List<Inserter> inserters) throws Exception {
    final StateStore store = store(3, new MemoryBudget(PLENTY));
    final int count = 100_000;
    final List<Callable<Integer>> tasks = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      final Inserter inserter = inserters.get(t % inserters.size());
      final int offset = new Random(t).nextInt(count);
      final List<long[]> states =
          IntStream.range(0, count).mapToObj(i -> state(3, (i + offset) % count)).toList();
      tasks.add(() -> inserter.insert(store, states));
    }
    final ExecutorService threads = Executors.newFixedThreadPool(4);
    int added = 0;
    for (Future<Integer> task : threads.invokeAll(tasks)) added += task.get();
    threads.shutdown();
    assertEquals(count, added);
    assertEquals(count, store.size());
    final long[] out = new long[3];
    for (int i = 0; i < count; i++) {
      store.read(store.indexOf(state(3, i)), out);
      assertArrayEquals(state(3, i), out);
    }
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(longs = {0, 100, 1_000_000, 5_000_000})
  void refusesToGrowBeyondItsBudgetAndStaysUsable(long bytes) {
    final MemoryBudget budget = new MemoryBudget(bytes);
    final StateStore store = store(4, budget);
    int added = 0;
    boolean full = false;
    for (int i = 0; i < 400_000; i++) {
      switch (store.insert(state(4, i))) {
        case NEW -> added++;
        case FULL -> full = true;
        case OLD -> throw new AssertionError("state " + i + " was not inserted before");
      }
    }
    assertTrue(full);
    assertTrue(budget.usedBytes() <= bytes, budget.usedBytes() + " bytes used");
    assertEquals(added, store.size());
    final int present =
        (int)
            LongStream.range(0, 400_000).filter(i -> store.indexOf(state(4, (int) i)) >= 0).count();
    assertEquals(added, present);
  }

  @Test
  void aStateTakesItsWordsAndATableOfTheSizePromised() {
    final MemoryBudget budget = new MemoryBudget(PLENTY);
    final StateStore store = store(8, budget);
    final int count = 400_000;
    for (int i = 0; i < count; i++) store.insert(state(8, i));
    assertTrue(budget.usedBytes() < 1.05 * count * (8 * 8 + 10.7), budget.usedBytes() + " bytes");
  }
}
