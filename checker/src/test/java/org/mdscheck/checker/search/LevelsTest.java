package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.ShardedStateStore;
import org.mdscheck.checker.store.StateStore;

class LevelsTest {
  private final StateStore store = new ShardedStateStore(1, new MemoryBudget(1L << 24));
  private final Levels levels = new Levels(store);

  /** A level of the numbers {@code from .. to-1}. */
  private Level close(int from, int to) {
    for (int i = from; i < to; i++) store.insert(new long[] {i});
    return levels.close();
  }

  private List<Long> states(Level level, long first, long last) {
    final List<Long> states = new ArrayList<>();
    final long[] state = new long[1];
    level.visit(
        store,
        first,
        last,
        index -> {
          store.read(index, state);
          states.add(state[0]);
        });
    return states;
  }

  private List<Long> states(Level level) {
    return states(level, 0, level.size()).stream().sorted().toList();
  }

  private static List<Long> numbers(long from, long to) {
    final List<Long> numbers = new ArrayList<>();
    for (long i = from; i < to; i++) numbers.add(i);
    return numbers;
  }

  @Test
  void aLevelIsWhatWasInsertedSinceTheLast() {
    assertEquals(numbers(0, 1), states(close(0, 1)));
    assertEquals(numbers(1, 2000), states(close(1, 2000)));
    assertEquals(numbers(2000, 2003), states(close(2000, 2003)));
    assertEquals(List.of(1L, 1999L, 3L), levels.sizes());
  }

  @Test
  void nothingInsertedMakesNoLevel() {
    close(0, 5);
    assertNull(close(0, 5));
    assertEquals(1, levels.count());
  }

  @Test
  void levelsAreWalkedForthAndBack() {
    final List<List<Long>> expected =
        List.of(numbers(0, 1), numbers(1, 900), numbers(900, 902), numbers(902, 4000));
    close(0, 1);
    close(1, 900);
    close(900, 902);
    close(902, 4000);
    final List<List<Long>> forth = new ArrayList<>();
    Level level = levels.first();
    forth.add(states(level));
    while (level.depth() < levels.last().depth()) {
      level = levels.next(level);
      forth.add(states(level));
    }
    assertEquals(expected, forth);
    final List<List<Long>> back = new ArrayList<>();
    level = levels.last();
    back.add(states(level));
    while (level.depth() > 0) {
      level = levels.previous(level);
      back.add(states(level));
    }
    Collections.reverse(back);
    assertEquals(expected, back);
  }

  @Test
  void chunksOfALevelMakeUpTheLevel() {
    close(0, 700);
    final Level level = close(700, 1000);
    final List<Long> states = new ArrayList<>();
    for (long from = 0; from < level.size(); from += 7) {
      states.addAll(states(level, from, Math.min(from + 7, level.size())));
    }
    assertEquals(numbers(700, 1000), states.stream().sorted().toList());
  }
}
