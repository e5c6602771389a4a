package org.mdscheck.checker.result;

/**
 * How far a run is.
 *
 * @param phase what it is doing
 * @param depth the level being expanded, or just finished
 * @param generated successors emitted so far
 * @param distinct states found so far
 * @param queued states found and not yet expanded
 * @param elapsedNanos since the run began
 * @param storeBytes taken from the budget
 */
public record Progress(
    Phase phase,
    int depth,
    long generated,
    long distinct,
    long queued,
    long elapsedNanos,
    long storeBytes) {
  /** The parts of a run, in their order. */
  public enum Phase {
    SEARCH,
    RECOVERY,
    COUNTEREXAMPLES
  }
}
