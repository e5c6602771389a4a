package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.mdscheck.checker.oracle.ReferenceChecker.Finding;
import org.mdscheck.checker.oracle.tree.TreeRun;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** What the engine says of a system against what the reference checker says. */
final class Comparison {
  private static final long MEMORY_BYTES = 64L << 20;

  private final TransitionSystem system;
  private final ReferenceChecker expected;

  Comparison(TransitionSystem system, ReferenceChecker expected) {
    this.system = system;
    this.expected = expected;
  }

  /** Runs the engine. */
  CheckResult check(int workers, boolean symmetry) throws InterruptedException {
    SearchOptions options =
        SearchOptions.defaults()
            .withWorkers(workers)
            .withSymmetry(symmetry)
            .withMaxMemoryBytes(MEMORY_BYTES);
    return new Search(system, options).run(ProgressListener.NONE);
  }

  /**
   * Fails unless counts, verdicts, violated clauses and lengths are those of the reference checker.
   */
  void assertAgrees(CheckResult found) {
    assertNull(found.limit());
    if (assertSameError(found)) return;
    assertEquals(expected.distinct(), found.statistics().distinctStates(), "distinct");
    assertEquals(expected.generated(), found.statistics().generatedStates(), "generated");
    assertEquals(expected.stuck(), found.statistics().stuckStates(), "stuck");
    assertSameVerdicts(found);
  }

  /** As {@link #assertAgrees}, for a run that kept one state per orbit. */
  void assertAgreesUpToRenaming(CheckResult found) {
    assertNull(found.limit());
    if (assertSameError(found)) return;
    long orbits = new Orbits(system.layout()).count(expected.states());
    assertEquals(orbits, found.statistics().distinctStates(), "orbits");
    assertSameVerdicts(found);
  }

  /**
   * Fails unless a walk over the tree of the spec finds what the interpreter makes of it: the
   * states, the steps, the checks and clauses of invariants that fail, and whether it is faulty.
   */
  void assertMeans(TreeRun.Result walked) {
    assertEquals(expected.distinct(), walked.distinct(), "distinct");
    assertEquals(expected.generated(), walked.generated(), "generated");
    assertEquals(expected.depth(), walked.depth(), "depth");
    assertEquals(expected.stuck(), walked.stuck(), "stuck");
    assertEquals(!expected.errors().isEmpty(), walked.isFaulty(), "faulty");
    Set<String> failures = new TreeSet<>();
    for (Property p : system.properties()) {
      Set<String> violated = expected.findings().get(p.name()).violated().keySet();
      if (p instanceof Property.Invariant || p instanceof Property.Checked)
        failures.addAll(violated);
    }
    assertEquals(failures, walked.failures());
  }

  /** Whether the spec is faulty for both. */
  private boolean assertSameError(CheckResult found) {
    assertEquals(
        expected.errors().isEmpty(),
        found.error() == null,
        () -> expected.errors() + " " + found.error());
    if (found.error() == null) return false;
    assertEquals(Verdict.ERROR, found.verdict());
    RunWalk.assertIsARun(system, found.error().trace());
    int shortest =
        expected.errors().values().stream().mapToInt(length -> length).min().orElseThrow();
    assertEquals(shortest, found.error().trace().depth(), "steps to the fault");
    assertTrue(expected.errors().containsKey(found.error().message()), found.error().message());
    return true;
  }

  private void assertSameVerdicts(CheckResult found) {
    assertEquals(expected.depth(), found.statistics().depth(), "depth");
    for (Property p : system.properties()) {
      PropertyResult result = found.property(p.name()).orElseThrow();
      assertSame(p, expected.findings().get(p.name()), result);
    }
  }

  private void assertSame(Property property, Finding finding, PropertyResult result) {
    assertEquals(verdict(property, finding), result.verdict(), () -> result + " but " + finding);
    if (result.trace() == null) return;
    assertEquals(finding.shortest(), result.depth(), () -> result + " but " + finding);
    assertEquals(finding.shortest(), result.trace().depth(), property.name());
    RunWalk.assertIsARun(system, result.trace());
    if (property instanceof Property.NoStuckState) return;
    assertEquals(
        finding.shortest(),
        finding.violated().get(result.clause()),
        () -> result + " but " + finding);
  }

  private Verdict verdict(Property property, Finding finding) {
    if (property instanceof Property.Cover)
      return finding.vacuous().isEmpty() ? Verdict.HOLDS : Verdict.VIOLATED;
    if (!finding.violated().isEmpty()) return Verdict.VIOLATED;
    return finding.vacuous().isEmpty() ? Verdict.HOLDS : Verdict.INCOMPLETE;
  }
}
