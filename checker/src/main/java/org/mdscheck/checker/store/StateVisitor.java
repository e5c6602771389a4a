package org.mdscheck.checker.store;

/** What one thread does with the states of a level. */
public interface StateVisitor {
  /**
   * @param state where the state is: for {@link StateWriter#read} if the level is a {@link
   *     Frontier}, else an index for {@link StateReader#read}
   */
  void visit(long state);

  /** Called now and then between two states: the moment to publish how far it is. */
  default void pause() {}

  /** Called after the last state of a level: the moment to finish what was put off. */
  default void finish() {}
}
