package org.mdscheck.checker.store;

/** The keys of states that are one word of few bits: the word. */
final class PackedKeys implements StateKeys {
  @Override
  public void read(long key, long[] out) {
    out[0] = key;
  }

  @Override
  public long keyOf(long[] state) {
    return state[0];
  }

  @Override
  public long find(long[] state) {
    return state[0];
  }
}
