package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MutateTest {
  @Test
  void tellsHowManyAreNoticedAndByWhat() {
    CommandRun run = CommandRun.of("mutate", "good", "--scenario", "plain");
    assertTrue(
        run.lines().get(0).matches("NOTICED  [0-9.]+ % of [0-9]+ mutants of good"), run.out());
    assertTrue(run.out().contains("\nkilled by\n"), run.out());
    assertTrue(run.out().matches("(?s).*\n +[0-9]+  below-limit\n.*"), run.out());
    assertEquals(0, run.status(), run.out());
    run.lines().forEach(line -> assertTrue(line.length() <= 75, line));
  }

  @Test
  void tellsTheShareOfThoseThatChangeSomething() {
    // "plain" counts under two mutexes, of which one would do: either is left out unnoticed and
    // changes nothing, and a count after the unlock has one state less
    CommandRun run = CommandRun.of("mutate", "good", "--scenario", "plain");
    assertEquals("NOTICED  50.0 % of 6 mutants of good", run.lines().get(0));
    assertEquals("  75.0 % of the 4 that change a state or a step", run.lines().get(1));
  }

  @Test
  void reportsTheSameWithAnyNumberOfWorkers() {
    assertEquals(
        CommandRun.of("mutate", "good", "--workers", "1").out(),
        CommandRun.of("mutate", "good", "--workers", "4").out());
  }

  @Test
  void checksOneMutantOnly() {
    String all = CommandRun.of("mutate", "good", "--scenario", "plain").out();
    String id = all.substring(all.indexOf("\n\n", all.indexOf("killed by")) + 2).substring(0, 8);
    CommandRun run = CommandRun.of("mutate", "good", "--scenario", "plain", "--only", id);
    assertTrue(
        run.lines().get(0).matches("NOTICED  0.0 % of 1 mutants of good, of [0-9]+ in all"),
        run.out());
  }

  @Test
  void refusesAMutantThatThereIsNot() {
    CommandRun run = CommandRun.of("mutate", "good", "--only", "00000000");
    assertEquals(151, run.status());
    assertTrue(run.err().contains("no mutant 00000000 of good"), run.err());
  }

  @Test
  void failsWhenFewerAreNoticedThanAskedFor() {
    CommandRun run = CommandRun.of("mutate", "good", "--scenario", "plain", "--at-least", "100");
    assertEquals(19, run.status(), run.out());
  }

  @Test
  void leavesOutAScenarioThatIsTooLarge() {
    CommandRun run = CommandRun.of("mutate", "good", "--max-states", "18", "--sample", "3");
    assertTrue(run.out().contains("left out, not exhausted: wide"), run.out());
    assertTrue(run.lines().get(0).contains(" of 3 mutants "), run.out());
  }

  @Test
  void whatIsBrokenAlreadyKillsNoMutant() {
    CommandRun run = CommandRun.of("mutate", "unsafe", "--scenario", "plain");
    assertTrue(!run.out().contains("below-limit"), run.out());
  }
}
