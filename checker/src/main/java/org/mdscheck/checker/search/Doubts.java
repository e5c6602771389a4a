package org.mdscheck.checker.search;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.StateLayout;

/**
 * Which tests of a state can come out otherwise than at the state before: those that read a slot in
 * which the two differ. Neighbours in a frontier differ in few. Not thread-safe.
 *
 * <p>A test is a bit of a long; where there are more than 64, several share one. A few tests are
 * made sooner than the states are compared, so they are in doubt always.
 */
final class Doubts {
  /** So many cost no more than finding out which of them can be left out. */
  private static final int FEW = 8;

  private final long always; // tests that are made everywhere
  private final long[] readers; // by bit of the state: the tests that read its slot
  private final long[] last; // the state before
  private long open; // tests whose outcome at that state says nothing of the next

  /**
   * @param reads by test: the slots that its outcome depends on
   */
  Doubts(StateLayout layout, List<BitSet> reads) {
    open = reads.size() < Long.SIZE ? (1L << reads.size()) - 1 : -1L;
    always = reads.size() <= FEW ? open : 0;
    last = new long[layout.words()];
    readers = new long[last.length * Long.SIZE];
    for (int test = 0; test < reads.size(); test++) {
      final long bit = 1L << test;
      reads.get(test).stream().forEach(slot -> addReader(layout, slot, bit));
    }
  }

  private void addReader(StateLayout layout, int slot, long test) {
    final int first = layout.word(slot) * Long.SIZE + layout.shift(slot);
    final int bits = Long.SIZE - Long.numberOfLeadingZeros(layout.mask(slot));
    for (int bit = first; bit < first + bits; bit++) readers[bit] |= test;
  }

  /**
   * Goes on to a state.
   *
   * @param state copied
   * @return the tests that are to be made there
   */
  long at(long[] state) {
    if (always != 0) return always;
    long tests = open;
    open = 0;
    for (int word = 0; word < last.length; word++) {
      long changed = state[word] ^ last[word];
      last[word] = state[word];
      for (; changed != 0; changed &= changed - 1)
        tests |= readers[word << 6 | Long.numberOfTrailingZeros(changed)];
    }
    return tests;
  }

  /** Makes a test at the next state too, whatever that is. */
  void keepOpen(int test) {
    open |= 1L << test;
  }
}
