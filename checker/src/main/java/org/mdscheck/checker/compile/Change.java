package org.mdscheck.checker.compile;

/** The meaning of an effect: it changes the codes in place. */
@FunctionalInterface
interface Change {
  void apply(int[] codes, Frame frame);
}
