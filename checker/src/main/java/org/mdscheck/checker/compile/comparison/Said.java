package org.mdscheck.checker.compile.comparison;

import java.nio.LongBuffer;

/**
 * One thing that an explorer said of a state.
 *
 * @param what in words, with whatever else was asked at that moment
 * @param action -1 for none
 * @param after the state after a step, or null
 */
record Said(String what, int action, LongBuffer after) {}
