package org.mdscheck.checker.store;

/**
 * One thread's way from states to keys and back. A key is a number that stands for one state; the
 * state can be rebuilt from it. Not thread-safe.
 *
 * <p>A key is at least 0 and less than 2<sup>60</sup>. Small keys take less memory.
 */
interface StateKeys {
  /** Writes the state of a key. The states of the next keys are likely to resemble it. */
  void read(long key, long[] out);

  /** The key of a state, made if need be; -1 if the budget does not allow it. */
  long keyOf(long[] state);

  /** The key of a state, or -1 if none was made. */
  long find(long[] state);
}
