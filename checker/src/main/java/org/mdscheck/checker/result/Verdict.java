package org.mdscheck.checker.result;

/** What is known of a property, or of all of them. */
public enum Verdict {
  /** True; the search was exhausted and the property was really evaluated. */
  HOLDS,
  /** Refuted. */
  VIOLATED,
  /**
   * Not refuted, and not proved: a limit was reached, or the property was never put to the test.
   */
  INCOMPLETE,
  /** The spec is faulty; only of a whole result. */
  ERROR
}
