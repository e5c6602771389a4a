package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact set of the states of a breadth-first search, each with its depth, in a few bytes.
 *
 * <p>A state is turned into a key of at most 60 bits ({@link StateKeys}) and the key, by a {@link
 * Bijection}, into an image without a pattern. The lowest bits of the image name one of 256 shards,
 * the rest is kept in a table of that shard that stores quotients only.
 *
 * <p>Levels are made one after the other: any number of threads insert states, each by a {@link
 * StateWriter} of its own, then one thread closes the level, and so on. Which slot a state gets
 * depends on the threads; which states a level has does not. After {@link #freeze} states can be
 * looked up and have indexes, by {@link StateReader}, {@link #range} and {@link StateMarks}.
 */
public final class StateStore {
  static final int SHARD_BITS = 8;
  static final int SHARDS = 1 << SHARD_BITS;

  private static final int MAX_PACKED_BITS = 60;

  private final int words;
  private final StateTree tree; // null if a state is a key
  private final Bijection bijection;
  private final Shard[] shards = new Shard[SHARDS];
  private final ChunkPool chunks;
  private final List<StateWriter> writers = new ArrayList<>();
  private Frontier frontier; // null before the first level
  private int depth; // of what is inserted

  /**
   * @param words length of a state, at least 1
   * @param bits if a state is one word: how many of its bits, from the lowest, can be set
   * @param budget what the store may use
   */
  public StateStore(int words, int bits, MemoryBudget budget) {
    this.words = words;
    tree = words > 1 || bits > MAX_PACKED_BITS ? new StateTree(words, budget) : null;
    final int keyBits = tree == null ? Math.max(1, bits) : RootPair.SMALL_BITS;
    bijection = new Bijection(keyBits);
    chunks = new ChunkPool(budget);
    for (int i = 0; i < SHARDS; i++)
      shards[i] = new Shard(Math.max(0, keyBits - SHARD_BITS), budget);
  }

  /** Length of a state. */
  public int words() {
    return words;
  }

  /** A writer for one thread; before the search or between two levels. */
  public StateWriter newWriter() {
    final StateWriter writer = new StateWriter(this, newKeys(), bijection, shards, chunks);
    writers.add(writer);
    return writer;
  }

  /** A reader for one thread. */
  public StateReader newReader() {
    return new StateReader(newKeys(), bijection, shards);
  }

  /**
   * Makes a level of all states inserted since the last one; null, and no level made, if there are
   * none. All writers have flushed, visibly to the caller. The frontier before is of no more use.
   */
  public Frontier closeLevel() {
    final Frontier.Builder next = new Frontier.Builder();
    for (StateWriter writer : writers) writer.drainTo(next);
    if (frontier != null) frontier.giveBackTo(chunks);
    frontier = next.at(depth);
    if (frontier.size() == 0) return null;
    depth++;
    return frontier;
  }

  /** Ends all insertions: gives back to the budget what only they needed. */
  public void freeze() {
    writers.clear();
    frontier = null;
    chunks.release();
  }

  /**
   * The states of some depths, in a frozen store. A visit looks at every slot of the store.
   *
   * @param firstDepth depth of the range
   * @param lastDepth at least that
   * @param size number of states there
   */
  public Level range(int firstDepth, int lastDepth, long size) {
    return new DepthRange(shards, firstDepth, lastDepth, size);
  }

  /**
   * The depth at which a state was found.
   *
   * @param index of a state in a frozen store
   */
  public int depthOf(long index) {
    return shards[shardOf(index)].depth(slotOf(index));
  }

  int depth() {
    return depth;
  }

  /** Number of slots in one shard. */
  int slots(int shard) {
    return shards[shard].slots();
  }

  static long index(int shard, int slot) {
    return (long) slot << SHARD_BITS | shard;
  }

  /** Of an index as of an image: the lowest bits. */
  static int shardOf(long indexOrImage) {
    return (int) indexOrImage & SHARDS - 1;
  }

  static int slotOf(long index) {
    return (int) (index >>> SHARD_BITS);
  }

  private StateKeys newKeys() {
    return tree == null ? new PackedKeys() : new TreeKeys(tree);
  }
}
