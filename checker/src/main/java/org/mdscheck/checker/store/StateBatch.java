package org.mdscheck.checker.store;

/**
 * States on their way into a store, for {@link StateStore#insertAll}. Not thread-safe: one instance
 * per worker.
 */
public final class StateBatch {
  private static final int CAPACITY = 256;

  final long[] states;
  final long[] hashes = new long[CAPACITY];
  final boolean[] old = new boolean[CAPACITY];

  private final int words;
  private int size;

  /**
   * @param words length of a state, at least 1
   */
  public StateBatch(int words) {
    this.words = words;
    states = new long[CAPACITY * words];
  }

  /**
   * Adds a state behind the others.
   *
   * @param state copied; the batch must not be full
   */
  public void add(long[] state) {
    System.arraycopy(state, 0, states, size * words, words);
    size++;
  }

  public boolean isFull() {
    return size == CAPACITY;
  }

  public int size() {
    return size;
  }

  void clear() {
    size = 0;
  }
}
