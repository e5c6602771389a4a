package org.mdscheck.checker.compile;

/** What generated code says when a step or a predicate goes wrong in one way at one place. */
@FunctionalInterface
interface Fault {
  /**
   * @param which the index of the place among those that the code may mean, or a number
   * @param value what was found or wanted there
   */
  String text(int which, int value);
}
