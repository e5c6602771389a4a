package org.mdscheck.checker.result;

import java.util.List;

/**
 * Under what a result was obtained.
 *
 * @param symmetry the reduction in force, one phrase
 * @param partialOrder the partial-order reduction in force, one phrase; with it, numbers of states
 *     and steps and depths are those of the steps explored
 * @param maxStates limit of distinct states; {@link Long#MAX_VALUE} if none
 * @param depthBound limit of depth; {@link Integer#MAX_VALUE} if none
 * @param isStoppedAtFirstViolation whether the search ended with the level of the first violation
 * @param stateWords length of a state in longs
 * @param stateBits bits of a state that carry information
 * @param store how states are kept, one phrase
 * @param passes names of the passes that made the system smaller, in the order applied
 */
public record Conditions(
    String symmetry,
    String partialOrder,
    long maxStates,
    int depthBound,
    boolean isStoppedAtFirstViolation,
    int stateWords,
    int stateBits,
    String store,
    List<String> passes) {
  public Conditions {
    passes = List.copyOf(passes);
  }
}
