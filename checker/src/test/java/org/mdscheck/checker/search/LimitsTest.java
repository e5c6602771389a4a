package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.line;
import static org.mdscheck.checker.search.SearchFixture.nodes;
import static org.mdscheck.checker.search.SearchFixture.property;
import static org.mdscheck.checker.search.SearchFixture.randomGraph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;

class LimitsTest {
  private static final SearchOptions ONE = SearchOptions.defaults().withWorkers(1);

  @Test
  void statesAtTheDepthBoundAreTestedAndNotExpanded() throws InterruptedException {
    final CheckResult result =
        check(line(9).invariant("not 3", n -> n != 3), ONE.withDepthBound(3));
    assertEquals(Limit.Kind.DEPTH, result.limit().kind());
    assertEquals(3, result.limit().finishedDepth());
    assertEquals(4, result.statistics().distinctStates());
    assertArrayEquals(new int[] {0, 1, 2, 3}, nodes(property(result, "not 3").trace()));
  }

  @Test
  void aReachedLimitIsNeverAPass() throws InterruptedException {
    final CheckResult result =
        check(line(9).invariant("not 8", n -> n != 8), ONE.withDepthBound(3));
    assertEquals(Verdict.INCOMPLETE, result.verdict());
    assertEquals(Verdict.INCOMPLETE, property(result, "not 8").verdict());
    assertEquals(
        "the depth bound of 3 was reached; all states up to depth 3 were examined; raise the depth bound",
        property(result, "not 8").note());
  }

  @Test
  void aBoundThatIsNotReachedIsNoLimit() throws InterruptedException {
    assertNull(check(line(4), ONE.withDepthBound(4)).limit());
  }

  @Test
  void theLimitOfStatesEndsAtTheLevelThatReachesIt() throws InterruptedException {
    final CheckResult result = check(line(9).invariant("not 8", n -> n != 8), ONE.withMaxStates(5));
    assertEquals(Limit.Kind.STATES, result.limit().kind());
    assertEquals(5, result.statistics().distinctStates());
    assertEquals(4, result.limit().finishedDepth());
  }

  @Test
  void aSpentMemoryBudgetEndsTheSearchAndKeepsWhatWasFinished() throws InterruptedException {
    final GraphSystem graph = randomGraph(3, 200_000, 2).invariant("not 0", n -> n != 0);
    final CheckResult result = check(graph, ONE.withMaxMemoryBytes(300_000));
    assertEquals(Limit.Kind.MEMORY, result.limit().kind());
    assertEquals(Verdict.VIOLATED, property(result, "not 0").verdict());
    assertEquals(result.limit().finishedDepth(), result.statistics().depth() - 1);
    assertTrue(result.effort().storeBytes() <= 300_000);
    final long sum = result.statistics().statesOfLevel().stream().mapToLong(Long::longValue).sum();
    assertEquals(sum, result.statistics().distinctStates());
  }

  @Test
  void noMemoryAtAllFinishesNothing() throws InterruptedException {
    final CheckResult result = check(line(3), ONE.withMaxMemoryBytes(0));
    assertEquals(-1, result.limit().finishedDepth());
    assertEquals(0, result.statistics().distinctStates());
    assertEquals(Verdict.INCOMPLETE, result.verdict());
  }

  @Test
  void timeThatIsOverEndsTheSearch() throws InterruptedException {
    final CheckResult result = check(line(9), ONE.withTimeLimit(Duration.ZERO));
    assertEquals(Limit.Kind.TIME, result.limit().kind());
    assertEquals(Verdict.INCOMPLETE, result.verdict());
  }

  @Test
  void aCancelledSearchKeepsTheViolationsItFound() throws InterruptedException {
    final GraphSystem graph = line(5000).invariant("not 2", n -> n != 2);
    final Search search = new Search(graph, ONE);
    final CheckResult result =
        search.run(
            progress -> {
              if (progress.depth() == 100) search.cancel();
            });
    assertEquals(Limit.Kind.CANCELLED, result.limit().kind());
    assertEquals(100, result.limit().finishedDepth());
    assertArrayEquals(new int[] {0, 1, 2}, nodes(property(result, "not 2").trace()));
  }

  @Test
  void anUnfinishedLevelIsLeftOutOfTheCountsButItsViolationsStay() throws InterruptedException {
    final AtomicReference<Search> search = new AtomicReference<>();
    final GraphSystem graph = new GraphSystem(3000);
    for (int node = 1; node < 1500; node++)
      graph.edge(0, "fan", node).edge(node, "out", node + 1499);
    graph.invariant(
        "cancels",
        node -> {
          if (node > 0) search.get().cancel();
          return node == 0;
        });
    search.set(new Search(graph, ONE));
    final CheckResult result = search.get().run(ProgressListener.NONE);
    assertEquals(0, result.limit().finishedDepth());
    assertEquals(List.of(1L, 1499L), result.statistics().statesOfLevel());
    assertEquals(1500, result.statistics().generatedStates());
    assertEquals(0, result.statistics().steps().get(graph.action("out")));
    assertEquals(1, property(result, "cancels").depth());
  }

  @Test
  void aRecoveryPropertyIsOpenWhenItsAnalysisIsCancelled() throws InterruptedException {
    final AtomicReference<Search> search = new AtomicReference<>();
    final GraphSystem graph =
        line(9)
            .invariant("fine", node -> true)
            .recovery(
                "home",
                node -> true,
                node -> {
                  search.get().cancel();
                  return false;
                });
    search.set(new Search(graph, ONE));
    final CheckResult result = search.get().run(ProgressListener.NONE);
    assertEquals(Verdict.HOLDS, property(result, "fine").verdict());
    assertEquals(Verdict.INCOMPLETE, property(result, "home").verdict());
    assertEquals(Verdict.INCOMPLETE, result.verdict());
  }

  @Test
  void stopsWithTheLevelOfTheFirstViolationIfAsked() throws InterruptedException {
    final GraphSystem graph =
        new GraphSystem(5).edge(0, "l", 1).edge(0, "r", 2).edge(1, "l", 3).edge(3, "l", 4);
    graph
        .invariant("not 1", n -> n != 1)
        .invariant("not 2", n -> n != 2)
        .invariant("not 4", n -> n != 4);
    final CheckResult result = check(graph, ONE.withStopAtFirstViolation(true));
    assertEquals(Limit.Kind.FIRST_VIOLATION, result.limit().kind());
    assertEquals(Verdict.VIOLATED, property(result, "not 1").verdict());
    assertEquals(Verdict.VIOLATED, property(result, "not 2").verdict());
    assertEquals(Verdict.INCOMPLETE, property(result, "not 4").verdict());
  }

  @Test
  void tellsTheListenerAtTheEndOfEachLevel() throws InterruptedException {
    final List<Progress> told = new ArrayList<>();
    new Search(line(4), ONE).run(told::add);
    assertEquals(List.of(0, 1, 2, 3), told.stream().map(Progress::depth).toList());
    assertEquals(List.of(2L, 3L, 4L, 4L), told.stream().map(Progress::distinct).toList());
    assertEquals(List.of(1L, 1L, 1L, 0L), told.stream().map(Progress::queued).toList());
    assertEquals(List.of(2L, 3L, 4L, 4L), told.stream().map(Progress::generated).toList());
  }

  @Test
  void aDeepThinGraphIsNoBurden() throws InterruptedException {
    final CheckResult result =
        new Search(line(100_000).invariant("not the last", n -> n != 99_999), ONE)
            .run(ProgressListener.NONE);
    assertEquals(99_999, property(result, "not the last").depth());
  }
}
