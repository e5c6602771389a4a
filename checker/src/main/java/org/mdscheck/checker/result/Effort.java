package org.mdscheck.checker.result;

/**
 * What a run took; the only part of a result that differs between two runs of the same check.
 *
 * @param workers threads
 * @param elapsedNanos from start to end
 * @param storeBytes taken from the budget when the run ended
 */
public record Effort(int workers, long elapsedNanos, long storeBytes) {}
