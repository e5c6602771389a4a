package org.mdscheck.checker.store;

/**
 * One thread's way into a store. States wait until they are many and go into the store together.
 * Not thread-safe.
 */
public final class StateWriter {
  private final StateStore store;
  private final ImageList found;
  private final Batch waiting = new Batch();
  private StateKeys keys;
  private Bijection bijection;
  private Shard[] shards;
  private boolean full;

  StateWriter(StateStore store, KeySpace space, ChunkPool chunks) {
    this.store = store;
    found = new ImageList(chunks);
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
    if (waiting.isFull()) flush();
    waiting.add(bijection.apply(key));
  }

  /** Sends off what waits. */
  public void flush() {
    if (!waiting.flush(shards, store.depth(), found)) full = true;
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
}
