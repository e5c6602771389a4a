package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void saysOfEachFailureWhatNeverRecoversFromIt() {
    CommandRun run = CommandRun.of("failures", "failing");
    assertEquals(
        """
        STRANDS  failing in scenario plain: 1 of 1 failure points
        bounds: requests=3
        symmetry: none
        passes: none
        partial order: none
        store: exact, packed states

        Failures, each alone:
          STRANDS    count: kzalloc() fails
              can-reset d4 trace <id>
              never-stuck d16 trace <id>

        Unlock-to-lock windows, each alone:

        Without any of them: nothing is broken; 19 states, depth 16, all visited

        ./mdscheck failures failing --point 'NAME' shows a run
        """,
        run.out().replaceAll("trace [0-9a-f]{8}", "trace <id>"));
    assertEquals(11, run.status());
  }

  @Test
  void showsTheRunIntoOneOfThem() {
    CommandRun run = CommandRun.of("failures", "failing", "--point", "count: kzalloc() fails");
    assertTrue(run.out().contains("\ncan-reset is VIOLATED: trace "), run.out());
    assertTrue(run.out().contains("kzalloc() fails [fault]"), run.out());
    assertTrue(
        run.out().replaceAll("\\s+", " ").contains("-p can-reset --point 'count: kzalloc() fails'"),
        run.out());
  }

  @Test
  void decidesThePropertiesThatAreNamed() {
    CommandRun run = CommandRun.of("failures", "failing", "-p", "below-limit");
    assertTrue(run.out().contains("\n  RECOVERS   count: kzalloc() fails\n"), run.out());
    assertEquals(0, run.status());
  }

  @Test
  void aLimitLeavesThemUndecided() {
    CommandRun run = CommandRun.of("failures", "failing", "--max-states", "3");
    assertTrue(run.out().contains("\n  UNDECIDED  count: kzalloc() fails\n"), run.out());
    assertEquals(152, run.status());
  }

  @Test
  void saysThatThereIsNone() {
    CommandRun run = CommandRun.of("failures", "good");
    assertTrue(run.firstLine().endsWith(": 0 of 0 failure points"), run.out());
    assertEquals(0, run.status());
  }

  @Test
  void refusesReductions() {
    CommandRun run = CommandRun.of("failures", "failing", "--reduction", "all");
    assertEquals(151, run.status());
    assertTrue(run.err().contains("--reduction"), run.err());
  }

  @Test
  void surveysThePointsOfAllScenarios() {
    CommandRun run = CommandRun.of("failures", "failing", "--all-scenarios");
    assertTrue(run.firstLine().equals("STRANDS  failing: 1 of 1 failure points"), run.out());
    assertTrue(
        run.out()
            .replaceAll("trace [0-9a-f]{8}", "trace <id>")
            .contains(
                """
                  STRANDS    count: kzalloc() fails
                      can-reset d4 trace <id>
                      never-stuck d16 trace <id>
                      in plain
                """),
        run.out());
    assertEquals(11, run.status());
  }

  @Test
  void surveysNoScenarioThatIsTooLarge() {
    CommandRun run = CommandRun.of("failures", "failing", "--all-scenarios", "--max-states", "3");
    assertTrue(run.out().contains("\nleft out, not exhausted: plain, wide\n"), run.out());
    assertTrue(run.out().endsWith(", so not tried:\n  count: kzalloc() fails\n"), run.out());
    assertEquals(152, run.status());
  }

  @Test
  void surveysPropertiesThatThereAre() {
    CommandRun run = CommandRun.of("failures", "failing", "--all-scenarios", "-p", "below-limit");
    assertTrue(run.out().contains("\n  RECOVERS   count: kzalloc() fails\n"), run.out());
    run = CommandRun.of("failures", "failing", "--all-scenarios", "-p", "below");
    assertEquals(151, run.status(), run.err());
  }

  @Test
  void surveysNoSinglePoint() {
    CommandRun run = CommandRun.of("failures", "failing", "--all-scenarios", "--scenario", "plain");
    assertTrue(run.err().contains("--all-scenarios excludes"), run.err());
    assertEquals(151, run.status());
  }
}
