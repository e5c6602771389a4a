package org.mdscheck.checker.result;

/**
 * The spec is faulty.
 *
 * @param message what is wrong and where
 * @param trace the shortest run that leads to it; null if it is no fault of a step
 */
public record SpecError(String message, Trace trace) {}
