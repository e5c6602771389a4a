package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMarksTest {
  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {1, 2, 3, 5, 8, 33, 64})
  void keepsTheBitsOfEachStateApart(int width) {
    final StateStore store = Filling.frozenStoreOf(20_000);
    final StateMarks marks = StateMarks.allocate(store, width, new MemoryBudget(1L << 24));
    final StateReader reader = store.newReader();
    for (int i = 0; i < 20_000; i++) marks.set(reader.indexOf(new long[] {i}), 1L << i % width);
    for (int i = 0; i < 20_000; i++) {
      assertEquals(1L << i % width, marks.get(reader.indexOf(new long[] {i})), "state " + i);
    }
  }

  @Test
  void bitsAddUp() {
    final StateStore store = Filling.frozenStoreOf(10);
    final StateMarks marks = StateMarks.allocate(store, 4, new MemoryBudget(1L << 24));
    final long index = store.newReader().indexOf(new long[] {3});
    marks.set(index, 0b1001);
    marks.set(index, 0b0101);
    assertEquals(0b1101, marks.get(index));
  }

  @Test
  void areRefusedWhenTheBudgetIsTooSmallAndGivenBackOnRelease() {
    final StateStore store = Filling.frozenStoreOf(10_000);
    assertNull(StateMarks.allocate(store, 1, new MemoryBudget(1000)));
    final MemoryBudget budget = new MemoryBudget(20_000);
    final StateMarks marks = StateMarks.allocate(store, 1, budget);
    assertNotNull(marks);
    marks.release();
    assertEquals(0, budget.usedBytes());
  }
}
