package org.mdscheck.checker.store;

/**
 * One thread's way into a store. States wait in a small buffer per shard: a full one goes to its
 * shard at once, under one lock, and the cache misses of its states overlap. Not thread-safe.
 */
public final class StateWriter {
  private static final int BUFFER_BITS = 6;
  private static final int BUFFER = 1 << BUFFER_BITS;

  private final StateStore store;
  private final ImageList found;
  private final long[] waiting = new long[KeySpace.SHARDS << BUFFER_BITS];
  private final int[] ends = new int[KeySpace.SHARDS]; // by shard: end of its part of `waiting`
  private StateKeys keys;
  private Bijection bijection;
  private Shard[] shards;
  private boolean full;

  StateWriter(StateStore store, KeySpace space, ChunkPool chunks) {
    this.store = store;
    found = new ImageList(chunks);
    for (int shard = 0; shard < ends.length; shard++) ends[shard] = shard << BUFFER_BITS;
    use(space);
  }

  /** Between two levels: goes on with another space. */
  void use(KeySpace space) {
    keys = space.newKeys();
    bijection = space.bijection;
    shards = space.shards;
  }

  /**
   * Copies a state of the frontier out. Adding states that resemble the one read last is cheap.
   *
   * @param image as the frontier says
   * @param out receives as many longs as a state has words
   */
  public void read(long image, long[] out) {
    keys.read(bijection.invert(image), out);
  }

  /**
   * Adds a state to the level that is being made, unless it is in the store.
   *
   * @param state copied
   */
  public void add(long[] state) {
    final long key = keys.keyOf(state);
    if (key < 0) {
      full = true;
      return;
    }
    final long image = bijection.apply(key);
    final int shard = KeySpace.shardOf(image);
    final int end = ends[shard];
    waiting[end] = image;
    ends[shard] = end + 1;
    if ((end + 1 & BUFFER - 1) == 0) flush(shard);
  }

  /** Sends off what waits. */
  public void flush() {
    for (int shard = 0; shard < ends.length; shard++) flush(shard);
  }

  /**
   * Whether the budget did not allow to add a state; then the level that is being made lacks some.
   */
  public boolean isFull() {
    return full;
  }

  /** How many states of the level that is being made this writer added and found new. */
  public long foundCount() {
    return found.size();
  }

  void drainTo(Frontier.Builder frontier) {
    found.drainTo(frontier);
  }

  private void flush(int shard) {
    final int start = shard << BUFFER_BITS;
    final int end = ends[shard];
    if (end == start) return;
    ends[shard] = start;
    if (!shards[shard].insert(waiting, start, end, store.depth(), found)) full = true;
  }
}
