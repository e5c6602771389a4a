package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.line;
import static org.mdscheck.checker.search.SearchFixture.nodes;
import static org.mdscheck.checker.search.SearchFixture.property;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Property;

/** Each kind of property, true and false, on graphs whose answer can be seen. */
class VerdictTest {
  private static Property.Clause clause(String name, int premise, int conclusion) {
    return new Property.Clause(name, premise, conclusion);
  }

  @Test
  void holdsWhenEveryReachableStateWasTested() throws InterruptedException {
    final CheckResult result = check(line(5).invariant("small", node -> node < 5));
    assertEquals(Verdict.HOLDS, result.verdict());
    assertEquals(Verdict.HOLDS, property(result, "small").verdict());
    assertNull(result.limit());
  }

  @Test
  void countsStatesStepsAndLevels() throws InterruptedException {
    // 0 -> 1, 2; both -> 3; 3 -> 0
    final GraphSystem diamond =
        new GraphSystem(5)
            .edge(0, "l", 1)
            .edge(0, "r", 2)
            .edge(1, "l", 3)
            .edge(2, "r", 3)
            .edge(3, "b", 0);
    final CheckResult result = check(diamond);
    assertEquals(4, result.statistics().distinctStates());
    assertEquals(6, result.statistics().generatedStates());
    assertEquals(2, result.statistics().depth());
    assertEquals(List.of(1L, 2L, 1L), result.statistics().statesOfLevel());
    assertEquals(List.of(2L, 2L, 1L), result.statistics().steps());
  }

  @Test
  void namesTheStepsThatWereNeverTaken() throws InterruptedException {
    final GraphSystem graph = line(3).edge(9, "unreached", 0);
    graph.action("dead");
    assertEquals(
        List.of("graph: unreached", "graph: dead"),
        check(graph).statistics().sourcesNeverTaken(graph.actions()));
  }

  @Test
  void reportsShortestCounterexampleOfAnInvariant() throws InterruptedException {
    final GraphSystem graph = line(6).edge(1, "jump", 4).invariant("not 4", node -> node != 4);
    final PropertyResult result = property(check(graph), "not 4");
    assertEquals(Verdict.VIOLATED, result.verdict());
    assertEquals("always", result.clause());
    assertEquals(2, result.depth());
    assertArrayEquals(new int[] {0, 1, 4}, nodes(result.trace()));
    assertEquals(graph.action("jump"), result.trace().steps().get(1).action());
  }

  @Test
  void choosesTheLeastViolatorOfALevelAndItsLeastPredecessor() throws InterruptedException {
    final GraphSystem graph =
        new GraphSystem(9)
            .edge(0, "x", 3)
            .edge(0, "x", 2)
            .edge(3, "x", 7)
            .edge(3, "x", 5)
            .edge(2, "x", 5)
            .edge(2, "x", 8)
            .invariant("below 5", node -> node < 5);
    assertArrayEquals(new int[] {0, 2, 5}, nodes(property(check(graph), "below 5").trace()));
  }

  @Test
  void testsTheInitialStates() throws InterruptedException {
    final GraphSystem graph = line(3).initial(2, 1).invariant("never", node -> false);
    final Trace trace = property(check(graph), "never").trace();
    assertArrayEquals(new int[] {1}, nodes(trace));
  }

  @Test
  void namesTheClauseThatIsFalse() throws InterruptedException {
    final GraphSystem graph = line(4);
    final int always = graph.predicate(node -> true);
    final int notThree = graph.predicate(node -> node != 3);
    graph.property(
        new Property.Invariant(
            "two", "", List.of(clause("fine", -1, always), clause("bad", -1, notThree))));
    assertEquals("bad", property(check(graph), "two").clause());
  }

  @Test
  void reportsThePremiseThatWasNeverTrueAsVacuous() throws InterruptedException {
    final GraphSystem graph = line(4);
    final int never = graph.predicate(node -> node > 100);
    final int always = graph.predicate(node -> true);
    graph.property(
        new Property.Invariant(
            "empty", "", List.of(clause("real", -1, always), clause("void", never, always))));
    final CheckResult result = check(graph);
    assertEquals(Verdict.INCOMPLETE, property(result, "empty").verdict());
    assertEquals(
        "vacuous: the premise of clause \"void\" was never true", property(result, "empty").note());
    assertEquals(Verdict.INCOMPLETE, result.verdict());
  }

  @Test
  void aViolatedClauseOutweighsAVacuousOne() throws InterruptedException {
    final GraphSystem graph = line(4);
    final int never = graph.predicate(node -> false);
    graph.property(
        new Property.Invariant(
            "both", "", List.of(clause("void", never, never), clause("bad", -1, never))));
    assertEquals(Verdict.VIOLATED, property(check(graph), "both").verdict());
  }

  @Test
  void aStepInvariantIsTestedOnlyOnItsActions() throws InterruptedException {
    final GraphSystem graph = line(4).edge(1, "back", 0);
    final int never = graph.stepPredicate((from, action, to) -> false);
    graph.property(
        new Property.StepInvariant(
            "no back", "", List.of(clause("c", -1, never)), new int[] {graph.action("back")}));
    final PropertyResult result = property(check(graph), "no back");
    assertArrayEquals(new int[] {0, 1, 0}, nodes(result.trace()));
    assertEquals(2, result.depth());
  }

  @Test
  void aStepInvariantWithoutAStepIsVacuous() throws InterruptedException {
    final GraphSystem graph = line(4);
    final int dead = graph.action("dead");
    final int always = graph.stepPredicate((from, action, to) -> true);
    graph.property(
        new Property.StepInvariant("s", "", List.of(clause("c", -1, always)), new int[] {dead}));
    assertEquals(
        "vacuous: no step was taken to which clause \"c\" applies",
        property(check(graph), "s").note());
  }

  @Test
  void aStepInvariantSeesTheStepItself() throws InterruptedException {
    final GraphSystem graph = line(5).edge(2, "back", 1);
    final int backwards = graph.stepPredicate((from, action, to) -> to < from);
    final int fromFour = graph.stepPredicate((from, action, to) -> from == 4);
    graph.property(
        new Property.StepInvariant(
            "back only from 4", "", List.of(clause("c", backwards, fromFour)), new int[] {0, 1}));
    assertArrayEquals(
        new int[] {0, 1, 2, 1}, nodes(property(check(graph), "back only from 4").trace()));
  }

  @Test
  void aFatalCheckEndsTheTraceWithoutState() throws InterruptedException {
    final GraphSystem graph =
        line(3).failing(2, "boom", "BUG", true, 0).property(new Property.Checked("BUG", ""));
    final PropertyResult result = property(check(graph), "BUG");
    assertArrayEquals(new int[] {0, 1, 2, -1}, nodes(result.trace()));
    assertEquals("BUG at boom", result.clause());
  }

  @Test
  void aWarningGoesOn() throws InterruptedException {
    final GraphSystem graph =
        new GraphSystem(4)
            .edge(0, "next", 1)
            .failing(1, "warn", "WARN", false, 3)
            .property(new Property.Checked("WARN", ""));
    final CheckResult result = check(graph);
    assertArrayEquals(new int[] {0, 1, 3}, nodes(property(result, "WARN").trace()));
    assertEquals(3, result.statistics().distinctStates());
  }

  @Test
  void aCheckThatNeverFailsHolds() throws InterruptedException {
    final GraphSystem graph =
        new GraphSystem(3)
            .edge(0, "next", 1)
            .checked("next", "BUG")
            .property(new Property.Checked("BUG", ""));
    assertEquals(Verdict.HOLDS, property(check(graph), "BUG").verdict());
  }

  @Test
  void aCheckInStepsNeverTakenIsVacuous() throws InterruptedException {
    final GraphSystem graph =
        new GraphSystem(3)
            .failing(2, "boom", "BUG", true, 0)
            .property(new Property.Checked("BUG", ""));
    assertEquals(
        "vacuous: no step with a check of this name was taken",
        property(check(graph), "BUG").note());
  }

  @Test
  void aCheckThatNoActionHasIsVacuous() throws InterruptedException {
    final GraphSystem graph = line(3).property(new Property.Checked("BUG", ""));
    assertEquals(
        "vacuous: no step with a check of this name was taken",
        property(check(graph), "BUG").note());
  }

  @Test
  void refusesACheckThatBelongsToNoProperty() {
    final GraphSystem graph = line(3).failing(1, "boom", "BUG", true, 0);
    assertThrows(IllegalArgumentException.class, () -> check(graph));
  }

  @Test
  void aStateWithoutStepIsStuckUnlessItMayStop() throws InterruptedException {
    final Property noStuck = new Property.NoStuckState("live", "");
    assertEquals(Verdict.HOLDS, check(line(3).property(noStuck)).verdict());
    final CheckResult stuck = check(line(3).mustNotStop().property(noStuck));
    assertArrayEquals(new int[] {0, 1, 2}, nodes(property(stuck, "live").trace()));
    assertEquals(1, stuck.statistics().stuckStates());
  }

  @Test
  void aStateWhoseStepsAllEndInFatalChecksIsNotStuck() throws InterruptedException {
    final GraphSystem graph =
        line(2)
            .mustNotStop()
            .failing(1, "boom", "BUG", true, 0)
            .property(new Property.Checked("BUG", ""))
            .property(new Property.NoStuckState("live", ""));
    assertEquals(Verdict.HOLDS, property(check(graph), "live").verdict());
  }

  @Test
  void aStateBeyondTheBoundOfTheModelIsTestedNotExpandedAndNotStuck() throws InterruptedException {
    final GraphSystem graph =
        line(6)
            .mustNotStop()
            .bound(node -> node < 3)
            .property(new Property.NoStuckState("live", ""))
            .invariant("not 3", node -> node != 3);
    final CheckResult result = check(graph);
    assertEquals(4, result.statistics().distinctStates());
    assertEquals(1, result.statistics().cutStates());
    assertEquals(Verdict.HOLDS, property(result, "live").verdict());
    assertArrayEquals(new int[] {0, 1, 2, 3}, nodes(property(result, "not 3").trace()));
  }

  @Test
  void aCoverIsReachedAtItsLeastDepth() throws InterruptedException {
    final CheckResult result =
        check(line(6).cover("late", node -> node >= 4).cover("never", node -> node > 6));
    assertEquals(Verdict.HOLDS, property(result, "late").verdict());
    assertEquals(4, property(result, "late").depth());
    assertEquals(Verdict.VIOLATED, property(result, "never").verdict());
  }

  @Test
  void aFaultInAStepIsAnErrorWithATrace() throws InterruptedException {
    final GraphSystem graph =
        line(9).broken(2, "bad", "x := 7 is out of 0..3").invariant("not 1", node -> node != 1);
    final CheckResult result = check(graph.invariant("not 8", node -> node != 8));
    assertEquals(Verdict.ERROR, result.verdict());
    assertEquals("x := 7 is out of 0..3", result.error().message());
    assertArrayEquals(new int[] {0, 1, 2, -1}, nodes(result.error().trace()));
    assertEquals(Verdict.VIOLATED, property(result, "not 1").verdict());
    assertEquals("the spec is faulty", property(result, "not 8").note());
  }

  @Test
  void noInitialStateIsAnError() throws InterruptedException {
    assertEquals("there is no initial state", check(line(2).initial()).error().message());
  }

  @Test
  void everyPropertyGetsItsOwnCounterexample() throws InterruptedException {
    final CheckResult result =
        check(line(9).invariant("not 3", n -> n != 3).invariant("not 7", n -> n != 7));
    assertEquals(3, property(result, "not 3").depth());
    assertEquals(7, property(result, "not 7").depth());
  }

  @Test
  void talliesTheBucketsOfEachAction() throws InterruptedException {
    final GraphSystem graph = line(3).edge(0, "skip", 2).parityTally("next", "skip");
    final var tally = check(graph).statistics().tallies().get(0);
    assertEquals(
        Map.of(graph.action("next"), List.of(1, 2), graph.action("skip"), List.of(1)),
        tally.bucketsOfAction());
  }

  @Test
  void checksOnlyTheSelectedProperties() throws InterruptedException {
    final GraphSystem graph = line(3).invariant("a", node -> true).invariant("b", node -> false);
    final CheckResult result =
        check(graph, SearchOptions.defaults().withWorkers(1).withProperties(Set.of("a")));
    assertEquals(1, result.properties().size());
    assertEquals(Verdict.HOLDS, result.verdict());
  }

  @Test
  void refusesAnUnknownPropertyAndNamesTheKnownOnes() {
    final GraphSystem graph = line(3).invariant("a", node -> true);
    final SearchOptions options = SearchOptions.defaults().withProperties(Set.of("z"));
    final var refusal = assertThrows(IllegalArgumentException.class, () -> check(graph, options));
    assertTrue(refusal.getMessage().contains("no property z: choose from a"), refusal.getMessage());
  }

  @Test
  void refusesMoreRecoveryClausesThanItCanMark() {
    final GraphSystem graph = line(3);
    for (int i = 0; i < 65; i++) graph.recovery("r" + i, node -> true, node -> true);
    assertThrows(IllegalArgumentException.class, () -> check(graph));
  }

  @Test
  void marksAsManyRecoveryClausesAsThereAreBits() throws InterruptedException {
    final GraphSystem graph = line(3);
    for (int i = 0; i < 64; i++) {
      final int goal = i == 63 ? 1 : 2;
      graph.recovery("r" + i, node -> true, node -> node == goal);
    }
    final CheckResult result = check(graph);
    assertEquals(Verdict.HOLDS, property(result, "r62").verdict());
    assertEquals(2, property(result, "r63").depth());
  }
}
