package org.mdscheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLayoutTest {
  /** Slots of the given widths in bits. */
  private static StateLayout layout(int... widths) {
    final List<Slot> slots =
        IntStream.range(0, widths.length)
            .mapToObj(
                i ->
                    new Slot(
                        i,
                        "s" + i,
                        new Domain.Range(0, (int) ((1L << widths[i]) - 1)),
                        "s" + i,
                        List.of(),
                        Slot.Kind.SHARED,
                        -1))
            .toList();
    return new StateLayout(slots, List.of(), List.of());
  }

  @RepeatedTest(200)
  void decodesWhatItEncodes(RepetitionInfo repetition) {
    final Random random = new Random(repetition.getCurrentRepetition());
    final int[] widths = random.ints(random.nextInt(60), 0, 32).toArray();
    final StateLayout layout = layout(widths);
    final int[] codes = IntStream.of(widths).map(w -> (int) random.nextLong(1L << w)).toArray();
    final long[] state = random.longs(layout.words()).toArray();
    layout.encode(codes, state);
    final int[] decoded = new int[codes.length];
    layout.decode(state, decoded);
    assertArrayEquals(codes, decoded);
    for (int i = 0; i < codes.length; i++)
      assertEquals(codes[i], layout.get(state, i), "slot " + i);
  }

  @ParameterizedTest(name = "{0} slots of {1} bits")
  @CsvSource({"0, 1, 1", "64, 1, 1", "65, 1, 2", "2, 31, 1", "3, 31, 2", "4, 22, 2", "9, 0, 1"})
  void aSlotLiesInOneWord(int slots, int width, int words) {
    final StateLayout layout = layout(IntStream.range(0, slots).map(i -> width).toArray());
    assertEquals(words, layout.words());
    assertEquals(slots * width, layout.bits());
  }

  @ParameterizedTest(name = "{0} bits and then a slot without any")
  @CsvSource({"31, 1", "32, 1", "64, 1"})
  void aSlotWithoutBitsTakesNoRoom(int ones, int words) {
    final int[] widths = IntStream.range(0, ones + 1).map(i -> i < ones ? 1 : 0).toArray();
    final StateLayout layout = layout(widths);
    final long[] state = new long[layout.words()];
    layout.encode(new int[ones + 1], state);
    assertArrayEquals(new long[words], state);
    assertEquals(0, layout.get(state, ones));
  }
}
