package org.mdscheck.traces.locks;

import java.util.Arrays;

/** The steps that are possible in one state, with what they touch: one worker's, used again. */
final class Scratch {
  private static final int FIRST_CAPACITY = 16;

  private final PlainSlots slots;
  private int[] actions = new int[FIRST_CAPACITY];
  private long[][] reads;
  private long[][] writes;
  private int count;

  Scratch(PlainSlots slots) {
    this.slots = slots;
    reads = new long[FIRST_CAPACITY][slots.words()];
    writes = new long[FIRST_CAPACITY][slots.words()];
  }

  void clear() {
    count = 0;
  }

  /**
   * Adds a step.
   *
   * @param successor null if it has none
   */
  void add(int action, long[] state, long[] successor) {
    if (count == actions.length) grow();
    actions[count] = action;
    slots.read(action, state, reads[count]);
    slots.written(state, successor, writes[count]);
    count++;
  }

  private void grow() {
    final int capacity = 2 * count;
    actions = Arrays.copyOf(actions, capacity);
    reads = Arrays.copyOf(reads, capacity);
    writes = Arrays.copyOf(writes, capacity);
    for (int i = count; i < capacity; i++) {
      reads[i] = new long[slots.words()];
      writes[i] = new long[slots.words()];
    }
  }

  int count() {
    return count;
  }

  int action(int i) {
    return actions[i];
  }

  /** Whether one of two steps writes what the other touches. */
  boolean conflict(int i, int j) {
    long common = 0;
    for (int w = 0; w < reads[i].length; w++) {
      common |= writes[i][w] & (writes[j][w] | reads[j][w]) | reads[i][w] & writes[j][w];
    }
    return common != 0;
  }

  boolean reads(int i, int slot) {
    return (reads[i][slot >> 6] >>> slot & 1) != 0;
  }

  boolean writes(int i, int slot) {
    return (writes[i][slot >> 6] >>> slot & 1) != 0;
  }
}
