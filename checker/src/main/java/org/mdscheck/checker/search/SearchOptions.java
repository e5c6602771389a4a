package org.mdscheck.checker.search;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to search. Immutable; start from {@link #defaults} and change what is needed.
 *
 * @param workers number of threads, at least 1
 * @param symmetry whether to keep one state per orbit
 * @param triesSymmetry whether symmetry is first tried on some states of the system; not needed for
 *     one whose types are those of a system that was tried
 * @param partialOrder whether to leave out steps whose order does not matter to the properties
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
    boolean triesSymmetry,
    boolean partialOrder,
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
   * All processors, no reduction, no limits but half the heap for the states: a collector that
   * keeps a third of the heap for young objects still has room then.
   */
  public static SearchOptions defaults() {
    final Runtime machine = Runtime.getRuntime();
    return new SearchOptions(
        machine.availableProcessors(),
        false,
        true,
        false,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        machine.maxMemory() / 2,
        null,
        false,
        Set.of());
  }

  public SearchOptions withWorkers(int count) {
    return with(c -> c.workers = count);
  }

  public SearchOptions withSymmetry(boolean on) {
    return with(c -> c.symmetry = on);
  }

  public SearchOptions withTriesOfSymmetry(boolean on) {
    return with(c -> c.triesSymmetry = on);
  }

  public SearchOptions withPartialOrder(boolean on) {
    return with(c -> c.partialOrder = on);
  }

  public SearchOptions withMaxStates(long count) {
    return with(c -> c.maxStates = count);
  }

  public SearchOptions withDepthBound(int depth) {
    return with(c -> c.depthBound = depth);
  }

  public SearchOptions withMaxMemoryBytes(long bytes) {
    return with(c -> c.maxMemoryBytes = bytes);
  }

  public SearchOptions withTimeLimit(Duration limit) {
    return with(c -> c.timeLimit = limit);
  }

  public SearchOptions withStopAtFirstViolation(boolean on) {
    return with(c -> c.stopAtFirstViolation = on);
  }

  public SearchOptions withProperties(Set<String> names) {
    return with(c -> c.properties = names);
  }

  private SearchOptions with(Consumer<Change> change) {
    final Change changed = new Change(this);
    change.accept(changed);
    return changed.options();
  }

  /** The options while one of them is changed. */
  private static final class Change {
    int workers;
    boolean symmetry;
    boolean triesSymmetry;
    boolean partialOrder;
    long maxStates;
    int depthBound;
    long maxMemoryBytes;
    Duration timeLimit;
    boolean stopAtFirstViolation;
    Set<String> properties;

    Change(SearchOptions from) {
      workers = from.workers;
      symmetry = from.symmetry;
      triesSymmetry = from.triesSymmetry;
      partialOrder = from.partialOrder;
      maxStates = from.maxStates;
      depthBound = from.depthBound;
      maxMemoryBytes = from.maxMemoryBytes;
      timeLimit = from.timeLimit;
      stopAtFirstViolation = from.stopAtFirstViolation;
      properties = from.properties;
    }

    SearchOptions options() {
      return new SearchOptions(
          workers,
          symmetry,
          triesSymmetry,
          partialOrder,
          maxStates,
          depthBound,
          maxMemoryBytes,
          timeLimit,
          stopAtFirstViolation,
          properties);
    }
  }
}
