package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.TransitionSystem;

/** The same check with every step and with partial order. */
final class Reduced {
  private final TransitionSystem system;
  private final CheckResult full;
  private final CheckResult reduced;

  private Reduced(TransitionSystem system, CheckResult full, CheckResult reduced) {
    this.system = system;
    this.full = full;
    this.reduced = reduced;
  }

  /**
   * Runs both.
   *
   * @param maxStates of the search of every step
   */
  static Reduced of(TransitionSystem system, Set<String> selected, boolean symmetry, long maxStates)
      throws InterruptedException {
    return of(system, system, selected, symmetry, maxStates);
  }

  /** The same with another system for partial order: one that lies about its footprints. */
  static Reduced of(
      TransitionSystem system,
      TransitionSystem lying,
      Set<String> selected,
      boolean symmetry,
      long maxStates)
      throws InterruptedException {
    SearchOptions options =
        SearchOptions.defaults()
            .withWorkers(1)
            .withSymmetry(symmetry)
            .withMaxMemoryBytes(64L << 20)
            .withMaxStates(maxStates)
            .withProperties(selected);
    CheckResult full = new Search(system, options).run(ProgressListener.NONE);
    CheckResult reduced =
        new Search(lying, options.withPartialOrder(true)).run(ProgressListener.NONE);
    return new Reduced(system, full, reduced);
  }

  /** Whether the search of every step came to its end. */
  boolean isComplete() {
    return full.limit() == null;
  }

  long statesLeftOut() {
    return full.statistics().distinctStates() - reduced.statistics().distinctStates();
  }

  /** Fails unless partial order left everything that it has to leave. */
  void assertPreserved() {
    assertNull(reduced.limit());
    assertEquals(full.error() == null, reduced.error() == null, () -> "faulty: " + full.error());
    if (full.error() != null) return;
    assertTrue(statesLeftOut() >= 0, "more states than there are");
    for (PropertyResult expected : full.properties())
      assertPreserved(expected, reduced.property(expected.name()).orElseThrow());
    assertEquals(full.statistics().stuckStates(), reduced.statistics().stuckStates(), "stuck");
    assertEquals(full.statistics().endStates(), reduced.statistics().endStates(), "ended");
    assertEquals(
        full.statistics().sourcesNeverTaken(system.reference().actions()),
        reduced.statistics().sourcesNeverTaken(system.reference().actions()),
        "never taken");
    assertEquals(buckets(full), buckets(reduced), "tallies");
  }

  private static void assertPreserved(PropertyResult expected, PropertyResult found) {
    assertEquals(expected.verdict(), found.verdict(), () -> expected + " but " + found);
    assertEquals(expected.note(), found.note(), expected.name());
    assertTrue(expected.depth() <= found.depth(), () -> expected + " deeper than " + found);
  }

  /** What each tally recorded of the steps of one source. */
  private Map<String, Set<Integer>> buckets(CheckResult result) {
    Map<String, Set<Integer>> buckets = new TreeMap<>();
    for (TallyResult tally : result.statistics().tallies()) {
      tally
          .bucketsOfAction()
          .forEach(
              (action, some) ->
                  buckets
                      .computeIfAbsent(
                          tally.name() + " of " + system.reference().actions().get(action).source(),
                          s -> new TreeSet<>())
                      .addAll(some));
    }
    return buckets;
  }
}
