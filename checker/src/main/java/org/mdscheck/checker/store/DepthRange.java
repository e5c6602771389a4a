package org.mdscheck.checker.store;

/** The states of some depths, picked out of all slots of a frozen store. */
final class DepthRange implements Level {
  private static final int SLICE = 1024;

  private final Shard[] shards;
  private final int firstDepth;
  private final int lastDepth;
  private final long size;
  private final long slicesOfShard; // of the largest one

  DepthRange(Shard[] shards, int firstDepth, int lastDepth, long size) {
    this.shards = shards;
    this.firstDepth = firstDepth;
    this.lastDepth = lastDepth;
    this.size = size;
    int slots = 0;
    for (Shard shard : shards) slots = Math.max(slots, shard.slots());
    slicesOfShard = (slots + SLICE - 1) / SLICE;
  }

  @Override
  public int depth() {
    return firstDepth;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long sliceCount() {
    return slicesOfShard * shards.length;
  }

  @Override
  public void visit(long slice, StateVisitor visitor) {
    final int number = (int) (slice / slicesOfShard);
    final Shard shard = shards[number];
    final int from = (int) (slice % slicesOfShard) * SLICE;
    final int to = Math.min(shard.slots(), from + SLICE);
    for (int slot = from; slot < to; slot++) {
      final int depth = shard.depth(slot);
      if (depth >= firstDepth && depth <= lastDepth) visitor.visit(StateStore.index(number, slot));
    }
  }
}
