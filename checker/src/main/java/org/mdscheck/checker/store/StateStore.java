package org.mdscheck.checker.store;

/**
 * A growing set of packed states. Each state gets an index when it is first inserted and keeps it.
 *
 * <p>The store is a number of shards, and a shard is an append-only log: the states inserted
 * between two moments are, in every shard, a contiguous range of positions. So the log serves as
 * the frontier of a breadth-first search as well.
 *
 * <p>{@link #insert}, {@link #insertAll} and {@link #read} may be called by any number of threads
 * at once. The others want a pause between insertions that is visible to the caller (the end of a
 * level): they take no lock.
 */
public interface StateStore {
  /** What became of an insertion. */
  enum Insertion {
    /** The state was not there and is now. */
    NEW,
    /** The state was there. */
    OLD,
    /**
     * The state is not there and the budget of bytes does not allow to add it; the store is
     * unchanged.
     */
    FULL
  }

  /**
   * Adds a state.
   *
   * @param state as many longs as the layout has words; copied
   */
  Insertion insert(long[] state);

  /**
   * Adds the states of a batch, first to last, and empties it. Faster than {@link #insert} for
   * each: the processor fetches what it needs of several states at once.
   *
   * @param batch for states of as many longs as the layout has words
   * @return number of states that were not there before, or -1 if the budget did not allow to add
   *     one of them; those behind it were left out then
   */
  int insertAll(StateBatch batch);

  /** The index of a state, or -1 if it was never inserted. */
  long indexOf(long[] state);

  /**
   * Copies a state out.
   *
   * @param index of a state inserted before, visibly to the caller
   * @param out receives as many longs as the layout has words
   */
  void read(long index, long[] out);

  /** Number of shards. */
  int shardCount();

  /** Number of states in one shard. */
  int shardSize(int shard);

  /** The index of the state at a position of a shard's log. */
  long indexAt(int shard, int position);

  /** The shard that holds a state. */
  int shardOf(long index);

  /** The position of a state in the log of its shard. */
  int positionOf(long index);

  /** Number of states. */
  default long size() {
    long size = 0;
    for (int shard = 0; shard < shardCount(); shard++) size += shardSize(shard);
    return size;
  }
}
