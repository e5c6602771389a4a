package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact set of the states of a breadth-first search, each with its depth, in a few bytes.
 *
 * <p>A state is turned into a key of at most 60 bits ({@link StateKeys}) and the key, by a {@link
 * Bijection}, into an image without a pattern. The lowest bits of the image name one of 256 shards,
 * the rest is kept in a table of that shard ({@link KeyTable}).
 *
 * <p>Levels are made one after the other: any number of threads insert states, each by a {@link
 * StateWriter} of its own, then one thread closes the level, and so on. Which slot a state gets
 * depends on the threads; which states a level has does not. After {@link #freeze} states can be
 * looked up and have indexes, by {@link StateReader}, {@link #range} and {@link StateMarks}.
 */
public final class StateStore {
  private static final int MAX_PACKED_BITS = 60;

  private final int words;
  private final MemoryBudget budget;
  private final ChunkPool chunks;
  private final List<StateWriter> writers = new ArrayList<>();
  private final Reshaping reshaping = new Reshaping();
  private KeySpace space;
  private Frontier frontier; // null before the first level
  private boolean frozen;
  private int depth; // of what is inserted
  private long size; // states of closed levels

  /**
   * @param words length of a state, at least 1
   * @param bits if a state is one word: how many of its bits, from the lowest, can be set
   * @param budget what the store may use
   */
  public StateStore(int words, int bits, MemoryBudget budget) {
    this.words = words;
    this.budget = budget;
    chunks = new ChunkPool(budget);
    space =
        words > 1 || bits > MAX_PACKED_BITS
            ? treeSpace(TreeShape.balanced(StateTree.leaves(words)))
            : new KeySpace(Math.max(1, bits), null, budget);
  }

  /** Length of a state. */
  public int words() {
    return words;
  }

  /** One phrase for reports: what is kept, and whether anything can be lost. */
  public String description() {
    return space.shape() == null ? "exact, packed states" : "exact, states as trees";
  }

  /** A writer for one thread; before the search or between two levels. */
  public StateWriter newWriter() {
    final StateWriter writer = new StateWriter(this, space, chunks);
    writers.add(writer);
    return writer;
  }

  /**
   * A reader of the frozen store for one thread.
   *
   * @throws IllegalStateException if it is not frozen: the states may move to another tree still
   */
  public StateReader newReader() {
    if (!frozen) throw new IllegalStateException("the store is not frozen");
    return new StateReader(space);
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
    size += frontier.size();
    if (space.shape() != null && reshaping.isDue(size)) reshape();
    return frontier;
  }

  /** Ends all insertions: gives back to the budget what only they needed. */
  public void freeze() {
    frozen = true;
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
    return new DepthRange(space.shards, firstDepth, lastDepth, size);
  }

  /**
   * The depth at which a state was found.
   *
   * @param index of a state in a frozen store
   */
  public int depthOf(long index) {
    return space.shards[KeySpace.shardOf(index)].depth(slotOf(index));
  }

  int depth() {
    return depth;
  }

  /** Number of slots in one shard. */
  int slots(int shard) {
    return space.shards[shard].slots();
  }

  static long index(int shard, int slot) {
    return (long) slot << KeySpace.SHARD_BITS | shard;
  }

  static int slotOf(long index) {
    return (int) (index >>> KeySpace.SHARD_BITS);
  }

  /** Takes a better tree if the states found so far show one. */
  private void reshape() {
    final TreeShape better = reshaping.better(space, words, size);
    if (better == null) return;
    final KeySpace next = treeSpace(better);
    if (!Reshaping.copy(space, next, words, frontier)) {
      next.release();
      return;
    }
    space.release();
    space = next;
    for (StateWriter writer : writers) writer.use(space);
  }

  private KeySpace treeSpace(TreeShape shape) {
    return new KeySpace(RootPair.SMALL_BITS, new StateTree(words, shape, budget), budget);
  }
}
