package org.mdscheck.checker.compile;

import java.util.Arrays;

/**
 * Who evaluates, and what went wrong. One per explorer and use, reset for each step; nothing is
 * thrown in the search loop.
 */
final class Frame {
  /** The process that takes the step. */
  int process;

  /** The action being taken, for {@code acquiring}; null outside step properties. */
  Cfg.Edge edge;

  /** The state after the step, for {@code next}; null outside step properties. */
  int[] next;

  /** What is wrong with the model in this step, or null. */
  String error;

  /** The check that ended the step, or -1. */
  int fatalCheck = -1;

  /** Whether the edge turned out not to be enabled after all; nothing else counts then. */
  boolean refused;

  private int[] warnings = new int[4];
  private int warningCount;

  void reset(int process) {
    this.process = process;
    error = null;
    fatalCheck = -1;
    warningCount = 0;
    refused = false;
  }

  /** Whether the step has no successor. */
  boolean ended() {
    return error != null || fatalCheck >= 0;
  }

  /** Keeps the first error. */
  void error(String message) {
    if (!ended()) error = message;
  }

  void fail(int check, boolean fatal) {
    if (ended()) return;
    if (fatal) {
      fatalCheck = check;
    } else {
      if (warningCount == warnings.length) warnings = Arrays.copyOf(warnings, 2 * warningCount);
      warnings[warningCount++] = check;
    }
  }

  int warningCount() {
    return warningCount;
  }

  int warning(int index) {
    return warnings[index];
  }
}
