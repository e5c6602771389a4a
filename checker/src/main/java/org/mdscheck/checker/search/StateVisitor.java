package org.mdscheck.checker.search;

/** What one worker does with the states of a level. Used by one thread at a time. */
interface StateVisitor {
  /**
   * @param index of a state in the store
   */
  void visit(long index);

  /**
   * Called now and then between two states, and after the last one of a scan: the moment to finish
   * what was put off, and to publish how far it is.
   */
  default void pause() {}
}
