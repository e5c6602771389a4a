package org.mdscheck.checker.store;

/**
 * A way to make keys, and the shards that hold them: what is replaced as a whole when the states
 * found show a better shape for the tree. Thread-safe as far as its parts are.
 */
final class KeySpace {
  static final int SHARD_BITS = 8;
  static final int SHARDS = 1 << SHARD_BITS;

  final Bijection bijection;
  final Shard[] shards = new Shard[SHARDS];
  private final StateTree tree; // null if a state is a key

  /**
   * @param keyBits bits of the usual key
   * @param tree null if a state is a key
   */
  KeySpace(int keyBits, StateTree tree, MemoryBudget budget) {
    this.tree = tree;
    bijection = new Bijection(keyBits);
    final int numberBits = Math.max(0, keyBits - SHARD_BITS);
    for (int i = 0; i < SHARDS; i++) shards[i] = new Shard(i, numberBits, budget);
  }

  StateKeys newKeys() {
    return tree == null ? new PackedKeys() : new TreeKeys(tree);
  }

  /** Null if a state is a key. */
  TreeShape shape() {
    return tree == null ? null : tree.shape;
  }

  /** Number of values in the dictionaries of the tree. */
  long valueCount() {
    return tree == null ? 0 : tree.valueCount();
  }

  /** The image of the number in a slot. */
  long image(int shard, int slot) {
    return shards[shard].number(slot) << SHARD_BITS | shard;
  }

  /** Gives all bytes back to the budget; then the space is of no more use. */
  void release() {
    if (tree != null) tree.release();
    for (Shard shard : shards) shard.release();
  }

  /** Of an index as of an image: the lowest bits. */
  static int shardOf(long indexOrImage) {
    return (int) indexOrImage & SHARDS - 1;
  }
}
