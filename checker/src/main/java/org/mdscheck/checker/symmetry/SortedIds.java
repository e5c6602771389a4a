package org.mdscheck.checker.symmetry;

import java.util.Arrays;
import java.util.List;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.StateLayout;

/**
 * Sorts the ids of each scalarset by what the state says of them, tries the orders of those that
 * this does not tell apart, and takes the least vector of these.
 *
 * <p>Ids that can be exchanged without changing the state (twins) need no order. Where others are
 * still tied, and are many, they are told apart by how they refer to each other, and by their
 * relation to one that was put first (colour refinement and individualisation: McKay, Practical
 * Graph Isomorphism, 1981; for states: Donaldson and Miller, Exact and Approximate Strategies for
 * Symmetry Reduction in Model Checking, FM 2006).
 *
 * <p>Why it is exact. The state is changed by exchanges only, so the representative lies in its
 * orbit. It is also the same for the whole orbit. Call two pairs of a state and a partition of its
 * ids into cells alike if a permutation that maps each cell to itself maps one state to the other;
 * at the start, with a cell for each scalarset, the pairs of all states of an orbit are alike. Each
 * step leads from pairs that are alike to pairs that are alike. <em>Sorting</em> a cell, and
 * splitting it, by numbers that go with the ids when ids are permuted within cells: keys and
 * colours are such numbers, and it does not matter that other ids may have the same by chance.
 * <em>Settling</em> a cell of twins, that is, making it cells of one: every order of it gives the
 * same state. <em>Choosing</em> each id of the first cell in turn to come first: alike pairs have
 * the same choices up to being alike. Of twins it is enough to choose one, {@code q} or {@code r}:
 * the state with {@code q} put first is the state with {@code r} put first and {@code q} and {@code
 * r} exchanged, which are then in one cell. At the end all cells are of one, alike means equal, and
 * so the whole orbit has the same set of states to take the least from.
 *
 * <p>Cost: a few operations per id, as many exchanges as it takes to sort them, and one try for
 * each pair of neighbours that are tied; more only where tied ids are no twins. No allocation.
 */
final class SortedIds implements Canonicaliser {
  /** Orders up to which trying them all is quicker than telling ids apart by their references. */
  private static final int FEW_ORDERS = 24;

  private final IdKey[][][] keysOf; // by scalarset, level, id
  private final IdExchange[][] exchanges; // by numbers of the ids, the greater one first
  private final IdReferences references;
  private final int[] first; // by scalarset: number of the first id; and that of all
  private final long[] now;
  private final long[] buffer;
  private final long[] least;
  private final int[] cell; // by number of an id: that of the first in its cell
  private final long[] keys; // by number of an id
  private final long[][] savedState; // by number of ids chosen
  private final int[][] savedCells;
  private boolean isFound;

  SortedIds(Tables tables) {
    keysOf = tables.keys;
    exchanges = tables.exchanges;
    references = tables.references;
    first = tables.first;
    final int ids = exchanges.length;
    now = new long[tables.words];
    buffer = new long[tables.words];
    least = new long[tables.words];
    cell = new int[ids];
    keys = new long[ids];
    savedState = new long[ids][tables.words];
    savedCells = new int[ids][ids];
  }

  /** What is the same for all workers. Immutable. */
  static final class Tables {
    private final IdKey[][][] keys;
    private final IdExchange[][] exchanges;
    private final IdReferences references;
    private final int[] first;
    private final int words;

    /**
     * @throws IllegalArgumentException if the layout is not closed under exchanging ids
     */
    Tables(StateLayout layout) {
      final PermutedIds ids = new PermutedIds(layout);
      final List<Scalarset> sets = ids.sets();
      keys = sets.stream().map(s -> IdKeys.of(layout, ids, s)).toArray(IdKey[][][]::new);
      references = new IdReferences(layout, ids);
      words = layout.words();
      first = new int[sets.size() + 1];
      exchanges = new IdExchange[ids.count()][];
      for (int s = 0; s < sets.size(); s++) {
        first[s + 1] = first[s] + sets.get(s).size();
        for (int one = first[s]; one < first[s + 1]; one++) {
          exchanges[one] = new IdExchange[one];
          for (int other = first[s]; other < one; other++)
            exchanges[one][other] =
                new IdExchange(layout, sets.get(s), one - first[s], other - first[s]);
        }
      }
    }
  }

  @Override
  public long[] representative(long[] state) {
    System.arraycopy(state, 0, now, 0, now.length);
    long orders = 1;
    for (int set = 0; set + 1 < first.length; set++)
      orders = Math.min(orders * sort(set, 0, first[set], first[set + 1]), FEW_ORDERS + 1);
    if (orders == 1) return now;
    isFound = false;
    tryOrders(0, orders > FEW_ORDERS);
    return least;
  }

  /**
   * Sorts a cell by the keys of one level, and what they do not tell apart by the next ones.
   *
   * @return number of orders of the ids that are still tied, or more than {@link #FEW_ORDERS}
   */
  private long sort(int set, int level, int from, int to) {
    if (level == keysOf[set].length) return settle(from, to);
    final IdKey[] ofLevel = keysOf[set][level];
    for (int id = from; id < to; id++) keys[id] = ofLevel[id - first[set]].of(now);
    sortByKeys(from, to);
    long orders = 1;
    for (int start = from, end; start < to; start = end) {
      end = endOfTie(start, to);
      if (end == start + 1) cell[start] = start;
      else if (settle(start, end) > 1)
        orders = Math.min(orders * sort(set, level + 1, start, end), FEW_ORDERS + 1);
    }
    return orders;
  }

  /** The greatest first. */
  private void sortByKeys(int from, int to) {
    for (int id = from; id < to - 1; id++) {
      int greatest = id;
      for (int other = id + 1; other < to; other++) {
        if (keys[other] > keys[greatest]) greatest = other;
      }
      if (greatest == id) continue;
      exchanges[greatest][id].apply(now, buffer);
      final long key = keys[id];
      keys[id] = keys[greatest];
      keys[greatest] = key;
    }
  }

  private int endOfTie(int start, int to) {
    int end = start + 1;
    while (end < to && keys[end] == keys[start]) end++;
    return end;
  }

  /**
   * Makes a cell of some ids; cells of one, if all are twins.
   *
   * @return number of orders of it that may differ, or more than {@link #FEW_ORDERS}
   */
  private long settle(int from, int to) {
    if (areTwins(from, to)) {
      for (int id = from; id < to; id++) cell[id] = id;
      return 1;
    }
    long orders = 1;
    for (int id = from; id < to; id++) {
      cell[id] = from;
      orders = Math.min(orders * (id - from + 1), FEW_ORDERS + 1);
    }
    return orders;
  }

  private boolean areTwins(int from, int to) {
    for (int id = from + 1; id < to; id++) {
      if (!exchanges[id][id - 1].fixes(now)) return false;
    }
    return true;
  }

  private void tryOrders(int chosen, boolean byReferences) {
    if (byReferences) refine();
    final int from = firstCell();
    if (from < 0) {
      keepLeast();
      return;
    }
    final int to = endOfCell(from);
    System.arraycopy(now, 0, savedState[chosen], 0, now.length);
    System.arraycopy(cell, 0, savedCells[chosen], 0, cell.length);
    for (int id = from; id < to; id++) {
      if (hasEarlierTwin(from, id)) continue;
      if (id > from) exchanges[id][from].apply(now, buffer);
      cell[from] = from;
      settle(from + 1, to);
      tryOrders(chosen + 1, byReferences);
      System.arraycopy(savedState[chosen], 0, now, 0, now.length);
      System.arraycopy(savedCells[chosen], 0, cell, 0, cell.length);
    }
  }

  /** The first cell of several ids; -1 if there is none. */
  private int firstCell() {
    for (int id = 0; id < cell.length; id++) {
      if (cell[id] != id) return cell[id];
    }
    return -1;
  }

  private int endOfCell(int from) {
    int to = from + 1;
    while (to < cell.length && cell[to] == from) to++;
    return to;
  }

  private boolean hasEarlierTwin(int from, int id) {
    for (int earlier = from; earlier < id; earlier++) {
      if (exchanges[id][earlier].fixes(now)) return true;
    }
    return false;
  }

  /** Splits cells by references until these tell no more ids apart. */
  private void refine() {
    boolean isSplit;
    do {
      isSplit = false;
      references.describe(now, cell, keys);
      for (int from = 0, to; from < cell.length; from = to) {
        to = endOfCell(from);
        if (to - from > 1) isSplit |= split(from, to);
      }
    } while (isSplit);
  }

  private boolean split(int from, int to) {
    sortByKeys(from, to);
    if (keys[from] == keys[to - 1]) return false;
    for (int start = from, end; start < to; start = end) {
      end = endOfTie(start, to);
      settle(start, end);
    }
    return true;
  }

  private void keepLeast() {
    if (isFound && Arrays.compareUnsigned(now, least) >= 0) return;
    isFound = true;
    System.arraycopy(now, 0, least, 0, now.length);
  }
}
