package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.store.Level;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.store.StateWriter;

class LevelsTest {
  private final MemoryBudget budget = new MemoryBudget(1L << 28);
  private final StateStore store = new StateStore(1, 40, budget);
  private final StateWriter writer = store.newWriter();
  private final Levels levels = new Levels(store, budget);

  /** A level of the numbers {@code from .. to-1}, those that are there already left out. */
  private Level close(int from, int to) {
    for (int i = from; i < to; i++) writer.add(new long[] {i});
    writer.flush();
    return levels.close();
  }

  private List<Long> at(int depth) {
    final StateReader reader = store.newReader();
    final long[] state = new long[1];
    final List<Long> states = new ArrayList<>();
    final Level level = levels.at(depth);
    for (long slice = 0; slice < level.sliceCount(); slice++) {
      level.visit(
          slice,
          index -> {
            reader.read(index, state);
            states.add(state[0]);
          });
    }
    assertEquals(level.size(), states.size());
    return states.stream().sorted().toList();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @Test
  void aLevelIsWhatWasInsertedSinceTheLast() {
    close(0, 1);
    close(0, 2000);
    close(1000, 2003);
    store.freeze();
    assertEquals(List.of(1L, 1999L, 3L), levels.sizes());
    assertEquals(2003, levels.total());
    assertEquals(numbers(0, 1), at(0));
    assertEquals(numbers(1, 2000), at(1));
    assertEquals(numbers(2000, 2003), at(2));
  }

  @Test
  void nothingInsertedMakesNoLevel() {
    close(0, 5);
    assertNull(close(0, 5));
    assertEquals(1, levels.count());
  }

  /** Some levels are listed, those of more than 65,536 states are not. */
  @ParameterizedTest(name = "{0} a level")
  @ValueSource(ints = {1, 30, 20_000, 70_000})
  void levelsAreFoundForthAndBack(int size) {
    final int count = 10;
    for (int i = 0; i < count; i++) close(size * i, size * (i + 1));
    store.freeze();
    for (int i = 0; i < count; i++) assertEquals(numbers(size * i, size * (i + 1)), at(i));
    for (int i = count - 1; i >= 0; i--) assertEquals(numbers(size * i, size * (i + 1)), at(i));
  }

  @Test
  void levelsAreFoundWithoutMemoryToListThem() {
    close(0, 3000);
    close(3000, 5000);
    store.freeze();
    final long used = budget.usedBytes();
    assertTrue(budget.reserve(budget.limitBytes() - used));
    assertEquals(numbers(3000, 5000), at(1));
    assertEquals(numbers(0, 3000), at(0));
    assertEquals(budget.limitBytes(), budget.usedBytes());
  }

  @Test
  void allStatesAreThoseOfClosedLevels() {
    close(0, 10);
    close(10, 30);
    for (int i = 30; i < 40; i++) writer.add(new long[] {i});
    writer.flush();
    store.freeze();
    final List<Long> indexes = new ArrayList<>();
    final Level all = levels.all();
    for (long slice = 0; slice < all.sliceCount(); slice++) all.visit(slice, indexes::add);
    assertEquals(30, indexes.size());
    assertEquals(30, all.size());
  }

  @Test
  void allAreListedAtOnceIfThereIsRoom() {
    for (int i = 0; i < 5; i++) close(40_000 * i, 40_000 * (i + 1));
    store.freeze();
    final long before = budget.usedBytes();
    levels.listAll();
    assertTrue(budget.usedBytes() >= before + 200_000 * Long.BYTES, "all are listed");
    for (int i = 4; i >= 0; i--) assertEquals(numbers(40_000 * i, 40_000 * (i + 1)), at(i));
    levels.forget();
    assertEquals(before, budget.usedBytes());
    assertEquals(numbers(80_000, 120_000), at(2));
  }

  @Test
  void withoutRoomForAllEachIsFoundAllTheSame() {
    for (int i = 0; i < 5; i++) close(40_000 * i, 40_000 * (i + 1));
    store.freeze();
    assertTrue(budget.reserve((1L << 28) - budget.usedBytes()));
    levels.listAll();
    assertEquals(1L << 28, budget.usedBytes());
    assertEquals(numbers(80_000, 120_000), at(2));
  }
}
