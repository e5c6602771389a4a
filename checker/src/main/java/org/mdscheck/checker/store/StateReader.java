package org.mdscheck.checker.store;

/** One thread's way to read a frozen store. Not thread-safe. */
public final class StateReader {
  private final KeySpace space;
  private final StateKeys keys;

  StateReader(KeySpace space) {
    this.space = space;
    keys = space.newKeys();
  }

  /**
   * Copies a state out. Looking up states that resemble the one read last is cheap.
   *
   * @param index of a state
   * @param out receives as many longs as a state has words
   */
  public void read(long index, long[] out) {
    final long image = space.image(KeySpace.shardOf(index), StateStore.slotOf(index));
    keys.read(space.bijection.invert(image), out);
  }

  /** The index of a state, or -1 if it was never inserted. */
  public long indexOf(long[] state) {
    final long key = keys.find(state);
    if (key < 0) return -1;
    final long image = space.bijection.apply(key);
    final int shard = KeySpace.shardOf(image);
    final int slot = space.shards[shard].find(image >>> KeySpace.SHARD_BITS);
    return slot < 0 ? -1 : StateStore.index(shard, slot);
  }
}
