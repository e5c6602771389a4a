package org.mdscheck.checker.store;

/**
 * One shard of the store: a table that is replaced by a slightly larger one when it is full, and by
 * one with wider entries when a depth or a number outgrows them.
 *
 * <p>Insertions take the lock; everything else wants a pause between insertions that is visible to
 * the caller.
 */
final class Shard {
  /** No image. */
  static final long NONE = -1;

  private final TableSize first;
  private final MemoryBudget budget;
  private KeyTable table; // null before the first insertion
  private int deepest; // depth inserted
  private long touched; // keeps the reads that fetch buckets from being optimised away

  /**
   * @param shard its number: tables of different shards are full at different times
   * @param numberBits of the numbers to be stored, at most 55; bits above those cost nothing until
   *     the first number has some
   */
  Shard(int shard, int numberBits, MemoryBudget budget) {
    first = TableSize.first(numberBits, shard);
    this.budget = budget;
  }

  /**
   * Adds the numbers of some images that are not there yet.
   *
   * @param images {@code from .. to-1}, all of this shard; those that were there become {@link
   *     #NONE}, and so do those that the budget did not allow to add
   * @return whether the budget allowed to add all of them
   */
  synchronized boolean insert(long[] images, int from, int to, int depth) {
    deepest = Math.max(deepest, depth);
    final boolean isReady = isReady();
    if (isReady) touch(images, from, to);
    boolean fits = isReady;
    for (int i = from; i < to; i++) {
      final int outcome = fits ? insertHere(images[i], depth) : KeyTable.FULL;
      if (outcome == KeyTable.FULL) fits = false;
      if (outcome != KeyTable.NEW) images[i] = NONE;
    }
    return fits;
  }

  /**
   * Adds the number of an image; one of the outcomes of {@link KeyTable#insert}, where FULL means
   * that the budget did not allow it.
   */
  synchronized int insert(long image, int depth) {
    deepest = Math.max(deepest, depth);
    return isReady() ? insertHere(image, depth) : KeyTable.FULL;
  }

  private void touch(long[] images, int from, int to) {
    long bits = 0;
    for (int i = from; i < to; i++) bits += table.touch(images[i] >>> KeySpace.SHARD_BITS);
    touched = bits;
  }

  private int insertHere(long image, int depth) {
    final long number = image >>> KeySpace.SHARD_BITS;
    final int outcome = table.insert(number, depth);
    return outcome == KeyTable.FULL ? insertIntoLarger(number, depth) : outcome;
  }

  private int insertIntoLarger(long number, int depth) {
    final int bitsAbove = table.size.bitsAbove(number);
    if (bitsAbove > table.bitsAbove && !rebuild(table.size, bitsAbove)) return KeyTable.FULL;
    int outcome = table.insert(number, depth);
    while (outcome == KeyTable.FULL && rebuild(table.nextSize(first), table.bitsAbove)) {
      outcome = table.insert(number, depth);
    }
    return outcome;
  }

  /** The slot of a number, or -1. */
  int find(long number) {
    return table == null ? -1 : table.find(number);
  }

  /** The number in a slot that is not empty. */
  long number(int slot) {
    return table.number(slot);
  }

  /** The depth of the number in a slot, or -1 if it is empty. */
  int depth(int slot) {
    return table.depth(slot);
  }

  /** Number of slots, empty ones included. */
  int slots() {
    return table == null ? 0 : table.slots();
  }

  /** Number of slots that are not empty. */
  int size() {
    return table == null ? 0 : table.count();
  }

  /** Gives all bytes back to the budget; then the shard is of no more use. */
  void release() {
    if (table != null) budget.release(table.bytes());
  }

  private boolean isReady() {
    if (table == null) return rebuild(first, 0);
    return deepest <= table.maxDepth || rebuild(table.size, table.bitsAbove);
  }

  /** Replaces the table by one of that size, or of a larger one if need be. */
  private boolean rebuild(TableSize wanted, int bitsAbove) {
    for (TableSize next = wanted; next != null; next = next.next()) {
      if (!KeyTable.isPossible(next, bitsAbove, deepest)) continue;
      final KeyTable larger = reserved(next, bitsAbove);
      if (larger == null) return false;
      if (table == null || table.copyTo(larger)) {
        if (table != null) budget.release(table.bytes());
        table = larger;
        return true;
      }
      budget.release(larger.bytes());
    }
    return false;
  }

  /** Null when the budget, or the heap before it, does not allow the table. */
  private KeyTable reserved(TableSize wanted, int bitsAbove) {
    final long bytes = KeyTable.bytes(wanted, bitsAbove, deepest);
    if (!budget.reserve(bytes)) return null;
    try {
      return new KeyTable(wanted, bitsAbove, deepest);
    } catch (OutOfMemoryError smallerHeapThanBudget) {
      budget.release(bytes);
      return null;
    }
  }
}
