package org.mdscheck.checker.store;

/** States of one depth, cut into slices so that several threads can visit them. Immutable. */
public interface Level {
  /** Their distance from the initial states. */
  int depth();

  /** Number of states. */
  long size();

  /** Number of slices; some may be empty. */
  long sliceCount();

  /**
   * Visits the states of one slice.
   *
   * @param slice at least 0, less than {@link #sliceCount}
   */
  void visit(long slice, StateVisitor visitor);
}
