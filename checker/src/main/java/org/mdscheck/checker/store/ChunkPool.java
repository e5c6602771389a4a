package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;

/** Arrays of one length for the frontiers, used again level after level. Thread-safe. */
final class ChunkPool {
  /** Length of the arrays. */
  static final int LENGTH = 1024;

  private static final long BYTES = MemoryBudget.longArrayBytes(LENGTH);

  private final MemoryBudget budget;
  private final List<long[]> free = new ArrayList<>();
  private long made;

  ChunkPool(MemoryBudget budget) {
    this.budget = budget;
  }

  /** An array of any content, or null if the budget, or the heap before it, does not allow it. */
  synchronized long[] take() {
    if (!free.isEmpty()) return free.remove(free.size() - 1);
    if (!budget.reserve(BYTES)) return null;
    try {
      final long[] chunk = new long[LENGTH];
      made++;
      return chunk;
    } catch (OutOfMemoryError smallerHeapThanBudget) {
      budget.release(BYTES);
      return null;
    }
  }

  /** Takes an array back. */
  synchronized void give(long[] chunk) {
    free.add(chunk);
  }

  /** Gives the bytes of all arrays back to the budget; nobody may use one any more. */
  synchronized void release() {
    budget.release(made * BYTES);
    made = 0;
    free.clear();
  }
}
