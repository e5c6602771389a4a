package org.mdscheck.checker.search;

import java.time.Duration;
import java.util.Set;

/**
 * How to search. Immutable; start from {@link #defaults} and change what is needed.
 *
 * @param workers number of threads, at least 1
 * @param symmetry whether to keep one state per orbit
 * @param maxStates the search ends with the level at which there are this many distinct states or
 *     more
 * @param depthBound states at this depth are examined but not expanded
 * @param maxMemoryBytes bytes for states and what is kept per state
 * @param timeLimit time after which the search ends; null if it may take any time
 * @param stopAtFirstViolation whether to end with the level of the first violation, leaving the
 *     other properties open
 * @param properties names of the properties to check; empty for all
 */
public record SearchOptions(
    int workers,
    boolean symmetry,
    long maxStates,
    int depthBound,
    long maxMemoryBytes,
    Duration timeLimit,
    boolean stopAtFirstViolation,
    Set<String> properties) {
  public SearchOptions {
    if (workers < 1) throw new IllegalArgumentException(workers + " workers: at least 1 is needed");
    if (maxStates < 1)
      throw new IllegalArgumentException(
          "a limit of " + maxStates + " states: at least 1 is needed");
    if (depthBound < 0)
      throw new IllegalArgumentException(
          "a depth bound of " + depthBound + ": at least 0 is needed");
    if (maxMemoryBytes < 0)
      throw new IllegalArgumentException("a memory limit of " + maxMemoryBytes + " bytes");
    if (timeLimit != null && timeLimit.isNegative()) {
      throw new IllegalArgumentException("a time limit of " + timeLimit);
    }
    properties = Set.copyOf(properties);
  }

  /**
   * All processors, no symmetry, no limits but half the heap for the states: a collector that keeps
   * a third of the heap for young objects still has room then.
   */
  public static SearchOptions defaults() {
    final Runtime machine = Runtime.getRuntime();
    return new SearchOptions(
        machine.availableProcessors(),
        false,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        machine.maxMemory() / 2,
        null,
        false,
        Set.of());
  }

  public SearchOptions withWorkers(int count) {
    return new SearchOptions(
        count,
        symmetry,
        maxStates,
        depthBound,
        maxMemoryBytes,
        timeLimit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withSymmetry(boolean on) {
    return new SearchOptions(
        workers,
        on,
        maxStates,
        depthBound,
        maxMemoryBytes,
        timeLimit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withMaxStates(long count) {
    return new SearchOptions(
        workers,
        symmetry,
        count,
        depthBound,
        maxMemoryBytes,
        timeLimit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withDepthBound(int depth) {
    return new SearchOptions(
        workers,
        symmetry,
        maxStates,
        depth,
        maxMemoryBytes,
        timeLimit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withMaxMemoryBytes(long bytes) {
    return new SearchOptions(
        workers,
        symmetry,
        maxStates,
        depthBound,
        bytes,
        timeLimit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withTimeLimit(Duration limit) {
    return new SearchOptions(
        workers,
        symmetry,
        maxStates,
        depthBound,
        maxMemoryBytes,
        limit,
        stopAtFirstViolation,
        properties);
  }

  public SearchOptions withStopAtFirstViolation(boolean on) {
    return new SearchOptions(
        workers, symmetry, maxStates, depthBound, maxMemoryBytes, timeLimit, on, properties);
  }

  public SearchOptions withProperties(Set<String> names) {
    return new SearchOptions(
        workers,
        symmetry,
        maxStates,
        depthBound,
        maxMemoryBytes,
        timeLimit,
        stopAtFirstViolation,
        names);
  }
}
