package org.mdscheck.checker.compile.comparison;

import java.nio.LongBuffer;
import java.util.List;

/**
 * One thing that an explorer said of a state.
 *
 * @param what in words
 * @param answers to what else was asked at that moment: truth values, buckets, refusals
 * @param action -1 for none
 * @param after the state after a step, or null
 */
record Said(String what, List<Object> answers, int action, LongBuffer after) {

  static Said of(String what, int action) {
    return new Said(what, List.of(), action, null);
  }

  String text() {
    return answers.isEmpty() ? what : what + ", asked " + answers;
  }
}
