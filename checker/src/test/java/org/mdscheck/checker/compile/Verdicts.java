package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What a search finds out that passes must not change. Every counterexample is replayed on the
 * reference by the search itself.
 */
public final class Verdicts {
  private static final int MAX_STATES = 10_000;

  private final Set<String> properties;
  private final CheckResult whole;

  private Verdicts(Set<String> properties, CheckResult whole) {
    this.properties = properties;
    this.whole = whole;
  }

  /** Of the spec as it is; empty if it is not small. */
  static Optional<Verdicts> of(Spec spec, Set<String> properties) throws InterruptedException {
    return of(spec, properties, MAX_STATES);
  }

  /** Of the spec as it is; empty if it has more states. */
  public static Optional<Verdicts> of(Spec spec, Set<String> properties, long maxStates)
      throws InterruptedException {
    SearchOptions options = options(properties).withMaxStates(maxStates);
    CheckResult whole = new Search(InterpretedSystem.of(spec), options).run(ProgressListener.NONE);
    return whole.limit() == null ? Optional.of(new Verdicts(properties, whole)) : Optional.empty();
  }

  private static SearchOptions options(Set<String> properties) {
    return SearchOptions.defaults()
        .withWorkers(1)
        .withMaxMemoryBytes(64 << 20)
        .withProperties(properties);
  }

  static CheckResult search(TransitionSystem system, Set<String> properties)
      throws InterruptedException {
    return new Search(system, options(properties)).run(ProgressListener.NONE);
  }

  CheckResult whole() {
    return whole;
  }

  /** Fails unless the system, which came from the same spec, has the same verdicts and counts. */
  public CheckResult assertKeptBy(TransitionSystem system) throws InterruptedException {
    CheckResult found = assertKeptBy(system, options(properties));
    if (whole.error() != null) return found;
    assertEquals(taken(whole), taken(found), "actions taken");
    assertEquals(whole.statistics().tallies(), found.statistics().tallies());
    return found;
  }

  /** As {@link #assertKeptBy}, with another reduction, which leaves steps out. */
  public void assertKeptWithSymmetryBy(TransitionSystem system) throws InterruptedException {
    assertKeptBy(system, options(properties).withSymmetry(true));
  }

  /** As {@link #assertKeptBy}, with another reduction, which leaves steps out. */
  void assertKeptWithPartialOrderBy(TransitionSystem system) throws InterruptedException {
    assertKeptBy(system, options(properties).withPartialOrder(true));
  }

  private CheckResult assertKeptBy(TransitionSystem system, SearchOptions options)
      throws InterruptedException {
    CheckResult found = new Search(system, options).run(ProgressListener.NONE);
    assertNull(found.limit());
    assertEquals(whole.error() == null, found.error() == null, () -> found.error() + "");
    if (whole.error() != null) return found;
    assertEquals(verdicts(whole), verdicts(found));
    assertEquals(
        whole.statistics().stuckStates() > 0, found.statistics().stuckStates() > 0, "stuck");
    assertEquals(whole.statistics().endStates() > 0, found.statistics().endStates() > 0, "ended");
    assertTrue(found.statistics().distinctStates() <= whole.statistics().distinctStates(), "more");
    return found;
  }

  /** Fails unless counterexamples and covers are as deep as before. */
  void assertSameLengths(CheckResult found) {
    if (whole.error() != null) return;
    for (PropertyResult property : whole.properties())
      assertEquals(
          property.depth(), found.property(property.name()).orElseThrow().depth(), property.name());
  }

  private static Map<String, Verdict> verdicts(CheckResult result) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (PropertyResult property : result.properties())
      verdicts.put(property.name(), property.verdict());
    return verdicts;
  }

  /** The actions of the reference of which there was a step. */
  private static List<Integer> taken(CheckResult result) {
    List<Integer> taken = new ArrayList<>();
    List<Long> steps = result.statistics().steps();
    for (int action = 0; action < steps.size(); action++)
      if (steps.get(action) > 0) taken.add(action);
    return taken;
  }
}
