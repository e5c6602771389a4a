package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.property;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.symmetry.Clients;

class SymmetrySearchTest {
  private static final SearchOptions FULL = SearchOptions.defaults().withWorkers(2);
  private static final SearchOptions REDUCED = FULL.withSymmetry(true);

  @ParameterizedTest(name = "{0} clients")
  @ValueSource(ints = {1, 2, 3})
  void keepsVerdictsAndDepths(int clients) throws InterruptedException {
    final Clients system = new Clients(clients, Clients.Privilege.NONE);
    final CheckResult full = check(system, FULL);
    final CheckResult reduced = check(system, REDUCED);
    assertEquals(summary(full), summary(reduced));
    assertEquals(full.statistics().depth(), reduced.statistics().depth());
  }

  @ParameterizedTest(name = "{0} clients")
  @ValueSource(ints = {2, 3})
  void keepsOneStatePerOrbit(int clients) throws InterruptedException {
    final Clients system = new Clients(clients, Clients.Privilege.NONE);
    assertEquals(PlainOrbits.count(system), check(system, REDUCED).statistics().distinctStates());
  }

  @Test
  void counterexamplesAreConcreteRuns() throws InterruptedException {
    final Clients system = new Clients(3, Clients.Privilege.NONE);
    final PropertyResult result = property(check(system, REDUCED), "NobodyKnowsAll");
    assertEquals(Verdict.VIOLATED, result.verdict());
    assertTrue(new Replay(system).mismatch(result.trace()).isEmpty());
    final List<Integer> actors =
        result.trace().steps().stream()
            .map(s -> system.actions().get(s.action()).process())
            .distinct()
            .toList();
    assertEquals(3, actors.size());
  }

  @Test
  void anyNumberOfWorkersGivesTheSameCounterexample() throws InterruptedException {
    final Clients system = new Clients(3, Clients.Privilege.NONE);
    assertEquals(
        check(system, REDUCED.withWorkers(1)).properties(),
        check(system, REDUCED.withWorkers(8)).properties());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "STEP, 'action \"client: take\" of process client'",
    "PROPERTY, property NobodyKnowsAll (known)",
    "STEP_PROPERTY, property NobodyGivesTwice",
    "INITIAL, the initial states"
  })
  void whatIsNotSymmetricIsRefusedByName(Clients.Privilege privilege, String culprit)
      throws InterruptedException {
    final CheckResult result = check(new Clients(3, privilege), REDUCED);
    assertEquals(Verdict.ERROR, result.verdict());
    assertTrue(result.error().message().startsWith(culprit), result.error().message());
    assertTrue(
        result.error().message().contains("all ids of client alike"), result.error().message());
  }

  @Test
  void withoutSymmetryAnAsymmetricSystemIsFine() throws InterruptedException {
    assertEquals(Verdict.VIOLATED, check(new Clients(3, Clients.Privilege.STEP), FULL).verdict());
  }

  private static List<String> summary(CheckResult result) {
    return result.properties().stream()
        .map(p -> p.name() + " " + p.verdict() + " " + p.depth())
        .toList();
  }
}
