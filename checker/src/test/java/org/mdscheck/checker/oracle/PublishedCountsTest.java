package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.oracle.classic.McsLock;
import org.mdscheck.checker.oracle.classic.PetersonMany;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The numbers of states that others have counted, found by the engine and by the reference checker.
 */
class PublishedCountsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void engineFindsThePublishedStates(PublishedCount published) throws InterruptedException {
    TransitionSystem system = CompiledSystem.of(published.spec());
    for (int workers = 1; workers <= 2; workers++) {
      Statistics found = search(system, workers, false);
      assertEquals(published.distinct(), found.distinctStates(), "distinct, workers " + workers);
      assertKnown(published.generated(), found.generatedStates());
      assertKnown(published.depth(), found.depth());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void referenceCheckerFindsThePublishedStates(PublishedCount published) {
    ReferenceChecker found = ReferenceChecker.explore(ComparedSystem.of(published.spec()));
    assertEquals(published.distinct(), found.distinct());
    assertKnown(published.generated(), found.generated());
    assertKnown(published.depth(), found.depth());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("symmetric")
  void renamingLeavesThePublishedOrbits(PublishedCount published) {
    TransitionSystem system = CompiledSystem.of(published.spec());
    assertEquals(
        published.orbits(),
        new Orbits(system.layout()).count(ReferenceChecker.explore(system).states()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("symmetric")
  void engineFindsThePublishedOrbits(PublishedCount published) throws InterruptedException {
    TransitionSystem system = CompiledSystem.of(published.spec());
    for (int workers = 1; workers <= 2; workers++) {
      assertEquals(
          published.orbits(), search(system, workers, true).distinctStates(), "workers " + workers);
    }
  }

  /** Murphi gives these only with symmetry, or the search without takes too long here. */
  @Test
  void engineFindsThePublishedOrbitsAndStepsOfLargerModels() throws InterruptedException {
    Statistics peterson = search(CompiledSystem.of(PetersonMany.spec(5)), 2, true);
    assertEquals(6770, peterson.distinctStates());
    assertEquals(1 + 33_850, peterson.generatedStates());
    Statistics mcs = search(CompiledSystem.of(McsLock.spec(4)), 2, true);
    assertEquals(23_636, mcs.distinctStates());
    assertEquals(1 + 94_544, mcs.generatedStates());
  }

  static Stream<PublishedCount> symmetric() {
    return all().filter(p -> p.orbits() != PublishedCount.UNKNOWN);
  }

  static Stream<PublishedCount> all() {
    return PublishedCount.all();
  }

  private static void assertKnown(long published, long found) {
    if (published != PublishedCount.UNKNOWN) assertEquals(published, found);
  }

  private static Statistics search(TransitionSystem system, int workers, boolean symmetry)
      throws InterruptedException {
    SearchOptions options =
        SearchOptions.defaults()
            .withWorkers(workers)
            .withSymmetry(symmetry)
            .withMaxMemoryBytes(256L << 20);
    CheckResult result = new Search(system, options).run(ProgressListener.NONE);
    assertNull(result.error());
    assertNull(result.limit());
    return result.statistics();
  }
}
