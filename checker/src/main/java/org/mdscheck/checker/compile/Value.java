package org.mdscheck.checker.compile;

/** The meaning of an expression: its value in a state. */
@FunctionalInterface
interface Value {
  /**
   * @param codes one code per slot
   * @param frame who evaluates; receives failed checks and errors, in which case the value means
   *     nothing
   */
  int of(int[] codes, Frame frame);
}
