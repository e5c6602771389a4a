package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mdscheck.checker.store.Frontier;
import org.mdscheck.checker.store.IndexedLevel;
import org.mdscheck.checker.store.Level;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.store.StateVisitor;

/**
 * The levels of a search: made one after the other, and after the search visited in any order.
 *
 * <p>The store keeps no list of the states of a level, so to find them takes a look at all states.
 * That is done for some neighbouring levels at once, about a sixteenth of all states, which are
 * listed as long as they are of use. A level that is larger is not listed but picked out of the
 * store at every visit.
 */
final class Levels {
  private static final long MIN_LISTED = 1 << 16;
  private static final int LISTED_SHARE = 16;

  /** More states than that are never listed at once. */
  private static final long MAX_LISTED = 1 << 28;

  private final StateStore store;
  private final MemoryBudget budget;
  private final List<Long> sizes = new ArrayList<>();
  private final List<IndexedLevel> listed = new ArrayList<>(); // neighbours, ascending
  private long total;
  private long listedBytes;

  Levels(StateStore store, MemoryBudget budget) {
    this.store = store;
    this.budget = budget;
  }

  /**
   * Makes a level of all states inserted since the last one; null, and no level made, if there are
   * none.
   */
  Frontier close() {
    final Frontier level = store.closeLevel();
    if (level == null) return null;
    sizes.add(level.size());
    total += level.size();
    return level;
  }

  /** Number of states of each level. */
  List<Long> sizes() {
    return Collections.unmodifiableList(sizes);
  }

  /** Number of states of all levels. */
  long total() {
    return total;
  }

  int count() {
    return sizes.size();
  }

  int last() {
    return sizes.size() - 1;
  }

  /** The states of all levels, in a frozen store; the depth is of no meaning. */
  Level all() {
    return store.range(0, last(), total);
  }

  /** The states at a depth, in a frozen store. Cheapest when depths are asked for in order. */
  Level at(int depth) {
    if (!isListed(depth)) list(depth);
    if (isListed(depth)) return listed.get(depth - listed.get(0).depth());
    return store.range(depth, depth, sizes.get(depth));
  }

  /**
   * Lists all levels at once, if there is room: quicker where each is visited again and again.
   * Whoever calls this calls {@link #forget} when that is over.
   */
  void listAll() {
    forget();
    final long bytes = sizes.stream().mapToLong(MemoryBudget::longArrayBytes).sum();
    if (total > MAX_LISTED || !budget.reserve(bytes)) return;
    listedBytes = bytes;
    list(0, last(), total);
  }

  /** Gives back what the lists take. */
  void forget() {
    listed.clear();
    budget.release(listedBytes);
    listedBytes = 0;
  }

  private boolean isListed(int depth) {
    return !listed.isEmpty()
        && depth >= listed.get(0).depth()
        && depth <= listed.get(listed.size() - 1).depth();
  }

  /** Lists the level and its neighbours in the direction in which depths are asked for. */
  private void list(int depth) {
    final boolean down = listed.isEmpty() ? depth > 0 : depth < listed.get(0).depth();
    forget();
    int end = depth;
    long states = 0;
    while (end >= 0 && end < sizes.size() && reserve(sizes.get(end), states)) {
      states += sizes.get(end);
      end += down ? -1 : 1;
    }
    final int first = down ? end + 1 : depth;
    final int last = down ? depth : end - 1;
    if (first <= last) list(first, last, states);
  }

  private void list(int first, int last, long states) {
    for (int d = first; d <= last; d++) {
      listed.add(new IndexedLevel(d, Math.toIntExact(sizes.get(d))));
    }
    final StateVisitor lister = index -> listed.get(store.depthOf(index) - first).add(index);
    final Level range = store.range(first, last, states);
    for (long slice = 0; slice < range.sliceCount(); slice++) range.visit(slice, lister);
  }

  /** Whether there is room to list that many more states. */
  private boolean reserve(long more, long states) {
    if (states + more > Math.max(MIN_LISTED, total / LISTED_SHARE)) return false;
    final long bytes = MemoryBudget.longArrayBytes(more);
    if (!budget.reserve(bytes)) return false;
    listedBytes += bytes;
    return true;
  }
}
