package org.mdscheck.checker.compile.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * States that need not be reachable: every slot holds some code of its domain, and the free places
 * of a queue hold zeros. Each label of each process comes up, and with values that a run would take
 * long to produce. Not thread-safe.
 */
final class RandomStates {
  /** Ends the name of the slot with the length of a queue; the places follow it. */
  private static final String LENGTH = ".length";

  private final StateLayout layout;
  private final int[] usual;
  private final Random random = new Random(1);

  /**
   * @param usual a state that a slot is often as in
   */
  RandomStates(StateLayout layout, long[] usual) {
    this.layout = layout;
    this.usual = new int[layout.slots().size()];
    layout.decode(usual, this.usual);
  }

  long[] next() {
    final int changed = 10 + random.nextInt(90); // in a hundred
    final int[] codes = usual.clone();
    for (Slot slot : layout.slots()) {
      final boolean isLabel = slot.kind() == Slot.Kind.LABEL;
      if (isLabel || random.nextInt(100) < changed) codes[slot.index()] = code(slot.domain());
    }
    for (Slot slot : layout.slots()) if (isLength(slot)) clearFreePlaces(slot, codes);
    final long[] state = new long[layout.words()];
    layout.encode(codes, state);
    return state;
  }

  /** Of a large domain rather the first and the last. */
  private int code(Domain domain) {
    final int size = (int) Math.min(domain.size(), Integer.MAX_VALUE);
    if (size > 8 && random.nextBoolean()) {
      final int edge = random.nextInt(4);
      return edge < 2 ? edge : size + 1 - edge;
    }
    return random.nextInt(size);
  }

  private boolean isLength(Slot slot) {
    return slot.name().endsWith(LENGTH)
        && slot.domain() instanceof Domain.Range
        && !placesOf(slot).isEmpty();
  }

  private List<Slot> placesOf(Slot length) {
    final String queue = length.name().substring(0, length.name().length() - LENGTH.length());
    final List<Slot> behind = layout.slots().subList(length.index() + 1, layout.slots().size());
    final long places = behind.stream().takeWhile(s -> s.name().startsWith(queue + "[")).count();
    return behind.subList(0, (int) places);
  }

  private void clearFreePlaces(Slot length, int[] codes) {
    final int places = placesOf(length).size();
    final int width = places / (int) (length.domain().size() - 1);
    final int first = length.index() + 1;
    Arrays.fill(codes, first + codes[length.index()] * width, first + places, 0);
  }
}
