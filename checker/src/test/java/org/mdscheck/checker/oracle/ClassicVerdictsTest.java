package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.oracle.classic.DiningPhilosophers;
import org.mdscheck.checker.oracle.classic.RiverCrossing;
import org.mdscheck.checker.oracle.classic.WaterJugs;
import org.mdscheck.checker.oracle.tree.TreeRun;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.TransitionSystem;

/** What is known of the classic models besides their counts. */
class ClassicVerdictsTest {

  /** Everybody takes the left fork: the only deadlock, and no shorter run gets there. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void philosophersAreStuckWhenEachHasTakenOneFork(int seats) throws InterruptedException {
    TransitionSystem system = ComparedSystem.of(DiningPhilosophers.spec(seats));
    assertShortest(seats, system, "no-stuck-state");
    assertShortest(seats, system, "no-wait-cycle");
    assertEquals(1, compared(system).check(2, false).statistics().stuckStates());
  }

  @Test
  void riverIsCrossedInElevenSteps() throws InterruptedException {
    assertShortest(11, ComparedSystem.of(RiverCrossing.spec()), "unsolvable");
  }

  @Test
  void fourGallonsNeedSixSteps() throws InterruptedException {
    assertShortest(6, ComparedSystem.of(WaterJugs.spec()), "not-four");
  }

  /**
   * With and without symmetry, the engine says of each classic what the reference checker says, and
   * the interpreter makes of it what a walk over its tree finds.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("small")
  void allThatCheckAClassicAgree(PublishedCount model) throws InterruptedException {
    Comparison comparison = compared(ComparedSystem.of(model.spec()));
    comparison.assertAgrees(comparison.check(2, false));
    comparison.assertAgreesUpToRenaming(comparison.check(2, true));
    comparison.assertMeans(TreeRun.explore(model.spec()));
  }

  static Stream<PublishedCount> small() {
    return PublishedCount.all().filter(p -> p.distinct() < 10_000);
  }

  private static Comparison compared(TransitionSystem system) {
    return new Comparison(system, ReferenceChecker.explore(system));
  }

  private static void assertShortest(int steps, TransitionSystem system, String property)
      throws InterruptedException {
    PropertyResult result = compared(system).check(2, false).property(property).orElseThrow();
    assertEquals(Verdict.VIOLATED, result.verdict());
    assertEquals(steps, result.depth());
    RunWalk.assertIsARun(system, result.trace());
  }
}
