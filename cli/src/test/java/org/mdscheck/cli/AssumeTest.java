package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AssumeTest {
  @Test
  void showsOnlyWhatChangesAndWhereTheAssumptionIsFrom() {
    CommandRun run = CommandRun.of("assume", "good", "--flip-each");
    assertEquals(
        """
        DEPENDENT  good in scenario plain: 2 of 5 properties
        bounds: requests=3
        symmetry: none
        passes: none
        partial order: none
        store: exact, packed states

        property     now    A
        can-reset    holds  d3
        never-stuck  holds  d13

        dN: broken by a run of N steps; open: not decided, or nothing happens that
        could break it; =: as in the first column; -: does not apply.

        A  --assume reset-happens=off
             does not assume that somebody resets

        ./mdscheck check good --assume ... -p NAME
          shows a run
        """,
        run.out());
    assertEquals(0, run.status());
  }

  @Test
  void turnsOverFromWhereTheOptionsPutIt() {
    CommandRun run =
        CommandRun.of("assume", "good", "--flip-each", "--assume", "reset-happens=off");
    assertTrue(run.out().contains("\ncan-reset    d3     holds\n"), run.out());
    assertTrue(run.out().contains("\nA  --assume reset-happens=on\n"), run.out());
  }

  @Test
  void doesNotSearchAModelThatDoesNotDependOnIt() {
    CommandRun run = CommandRun.of("assume", "stuck", "--flip-each");
    assertTrue(run.firstLine().startsWith("INDEPENDENT  stuck in scenario plain: 0 of"), run.out());
    assertTrue(
        run.out().contains("-  --assume reset-happens=off does not occur in this scenario"),
        run.out());
  }

  @Test
  void saysWhatALimitLeavesOpen() {
    assertEquals(152, CommandRun.of("assume", "good", "--flip-each", "--max-states", "3").status());
  }

  @Test
  void asksForWhatToDo() {
    CommandRun run = CommandRun.of("assume", "good");
    assertEquals(151, run.status());
    assertTrue(run.err().contains("--flip-each"), run.err());
  }
}
