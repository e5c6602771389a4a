package org.mdscheck.checker.store;

/** The states of one depth, by a list of their indexes. */
public final class IndexedLevel implements Level {
  private static final int SLICE = 64;

  private final int depth;
  private final long[] indexes;
  private int filled;

  /**
   * Empty; filled by {@link #add}.
   *
   * @param size how many states are going to be added
   */
  public IndexedLevel(int depth, int size) {
    this.depth = depth;
    indexes = new long[size];
  }

  /** Adds a state, before the first visit. */
  public void add(long index) {
    indexes[filled++] = index;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public long size() {
    return filled;
  }

  @Override
  public long sliceCount() {
    return (filled + SLICE - 1) / SLICE;
  }

  @Override
  public void visit(long slice, StateVisitor visitor) {
    final int from = (int) slice * SLICE;
    final int to = Math.min(filled, from + SLICE);
    for (int i = from; i < to; i++) visitor.visit(indexes[i]);
  }
}
