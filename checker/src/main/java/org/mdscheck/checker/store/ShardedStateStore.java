package org.mdscheck.checker.store;

/**
 * An exact store in 256 shards, each with its own lock. The shard of a state is given by its hash;
 * an index is {@code position << 8 | shard}.
 *
 * <p>Cost of a state: 8 bytes a word, and 5.3 to 10.7 bytes of table. A table that doubles needs
 * the old and the new one while it copies, but only one shard's at a time per thread.
 */
public final class ShardedStateStore implements StateStore {
  private static final int SHARD_BITS = 8;
  private static final int SHARDS = 1 << SHARD_BITS;

  private final int words;
  private final Shard[] shards = new Shard[SHARDS];

  /**
   * @param words length of a state, at least 1
   * @param budget what the store may use
   */
  public ShardedStateStore(int words, MemoryBudget budget) {
    this.words = words;
    for (int i = 0; i < SHARDS; i++) shards[i] = new Shard(words, budget);
  }

  @Override
  public Insertion insert(long[] state) {
    final long hash = StateHash.of(state, 0, words);
    return shards[shardOf(hash)].insert(state, 0, hash);
  }

  /**
   * In three rounds, so that within each the cache misses overlap: table, log, and then, one
   * shard's lock at a time, what was not found.
   */
  @Override
  public int insertAll(StateBatch batch) {
    final int size = batch.size();
    for (int i = 0; i < size; i++) {
      final long hash = StateHash.of(batch.states, i * words, words);
      batch.hashes[i] = hash;
      batch.old[i] = shards[shardOf(hash)].mayHold(hash);
    }
    for (int i = 0; i < size; i++) {
      final long hash = batch.hashes[i];
      batch.old[i] = batch.old[i] && shards[shardOf(hash)].find(batch.states, i * words, hash) >= 0;
    }
    int added = 0;
    for (int i = 0; i < size && added >= 0; i++) {
      if (batch.old[i]) continue;
      final long hash = batch.hashes[i];
      switch (shards[shardOf(hash)].insert(batch.states, i * words, hash)) {
        case NEW -> added++;
        case FULL -> added = -1;
        default -> {} // added since, by this batch or another thread
      }
    }
    batch.clear();
    return added;
  }

  @Override
  public long indexOf(long[] state) {
    final long hash = StateHash.of(state, 0, words);
    final int shard = shardOf(hash);
    final int position = shards[shard].find(state, 0, hash);
    return position < 0 ? -1 : indexAt(shard, position);
  }

  @Override
  public void read(long index, long[] out) {
    shards[shardOf(index)].read(positionOf(index), out);
  }

  @Override
  public int shardCount() {
    return SHARDS;
  }

  @Override
  public int shardSize(int shard) {
    return shards[shard].size();
  }

  @Override
  public long indexAt(int shard, int position) {
    return (long) position << SHARD_BITS | shard;
  }

  /** Of an index as of a hash: the lowest bits. */
  @Override
  public int shardOf(long indexOrHash) {
    return (int) indexOrHash & SHARDS - 1;
  }

  @Override
  public int positionOf(long index) {
    return (int) (index >>> SHARD_BITS);
  }
}
