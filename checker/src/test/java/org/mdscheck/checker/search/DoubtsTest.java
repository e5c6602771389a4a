package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

class DoubtsTest {
  private static final int SLOTS = 60;
  private static final StateLayout LAYOUT = layout();

  /** Slots of 1 to 7 bits: some words are full, some not. */
  private static StateLayout layout() {
    return new StateLayout(
        IntStream.range(0, SLOTS)
            .mapToObj(
                i ->
                    new Slot(
                        i,
                        "v" + i,
                        new Domain.Range(0, (1 << 1 + i % 7) - 1),
                        "v" + i,
                        List.of(),
                        Slot.Kind.SHARED,
                        -1))
            .toList(),
        List.of(),
        List.of());
  }

  private static List<BitSet> randomReads(Random random, int tests) {
    final List<BitSet> reads = new ArrayList<>();
    for (int test = 0; test < tests; test++) {
      final BitSet slots = new BitSet();
      for (int i = random.nextInt(5); i > 0; i--) slots.set(random.nextInt(SLOTS));
      reads.add(slots);
    }
    return reads;
  }

  private static long state(int[] codes, long[] packed, Doubts doubts) {
    LAYOUT.encode(codes, packed);
    return doubts.at(packed);
  }

  /** The plain twin: slot by slot. */
  private static long expected(List<BitSet> reads, int[] before, int[] now) {
    long tests = 0;
    for (int test = 0; test < reads.size(); test++) {
      if (reads.get(test).stream().anyMatch(slot -> before[slot] != now[slot])) tests |= 1L << test;
    }
    return tests;
  }

  @Test
  void doubtsTestsThatReadAChangedSlotAndNoOthers() {
    final Random random = new Random(1);
    for (int tests : new int[] {9, 40, 64, 65, 150}) {
      final List<BitSet> reads = randomReads(random, tests);
      final Doubts doubts = new Doubts(LAYOUT, reads);
      final long[] packed = new long[LAYOUT.words()];
      int[] before = new int[SLOTS];
      state(before, packed, doubts);
      for (int i = 0; i < 2000; i++) {
        final int[] now = before.clone();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
          final int slot = random.nextInt(SLOTS);
          now[slot] = random.nextInt((int) LAYOUT.slots().get(slot).domain().size());
        }
        assertEquals(expected(reads, before, now), state(now, packed, doubts));
        before = now;
      }
    }
  }

  @Test
  void doubtsEverythingAtFirst() {
    final Doubts doubts = new Doubts(LAYOUT, randomReads(new Random(1), 9));
    assertEquals((1 << 9) - 1, doubts.at(new long[LAYOUT.words()]));
    assertEquals(0, doubts.at(new long[LAYOUT.words()]));
  }

  @Test
  void alwaysDoubtsAFew() {
    final Doubts doubts = new Doubts(LAYOUT, randomReads(new Random(1), 2));
    assertEquals(0b11, doubts.at(new long[LAYOUT.words()]));
    assertEquals(0b11, doubts.at(new long[LAYOUT.words()]));
  }

  @Test
  void doubtsWhatIsKeptOpenOnceMore() {
    final Doubts doubts = new Doubts(LAYOUT, randomReads(new Random(1), 9));
    doubts.at(new long[LAYOUT.words()]);
    doubts.keepOpen(1);
    assertEquals(2, doubts.at(new long[LAYOUT.words()]));
    assertEquals(0, doubts.at(new long[LAYOUT.words()]));
  }
}
