package org.mdscheck.checker.store;

/** One thread's way to read a frozen store. Not thread-safe. */
public final class StateReader {
  private final StateKeys keys;
  private final Bijection bijection;
  private final Shard[] shards;

  StateReader(StateKeys keys, Bijection bijection, Shard[] shards) {
    this.keys = keys;
    this.bijection = bijection;
    this.shards = shards;
  }

  /**
   * Copies a state out. Looking up states that resemble the one read last is cheap.
   *
   * @param index of a state
   * @param out receives as many longs as a state has words
   */
  public void read(long index, long[] out) {
    final int shard = StateStore.shardOf(index);
    final long number = shards[shard].number(StateStore.slotOf(index));
    keys.read(bijection.invert(number << StateStore.SHARD_BITS | shard), out);
  }

  /** The index of a state, or -1 if it was never inserted. */
  public long indexOf(long[] state) {
    final long key = keys.find(state);
    if (key < 0) return -1;
    final long image = bijection.apply(key);
    final int shard = StateStore.shardOf(image);
    final int slot = shards[shard].find(image >>> StateStore.SHARD_BITS);
    return slot < 0 ? -1 : StateStore.index(shard, slot);
  }
}
