package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  @Test
  void printsVerdictPropertiesCountsAndHash() {
    // By hand: 4 labels with n = 0..3 each, but n < 3 where it is about to be incremented.
    CommandRun run = CommandRun.of("check", "good");
    assertEquals(
        """
        HOLDS  good in scenario plain: all 5 properties
        bounds: requests=3
        symmetry: none
        passes: none
        partial order: none
        store: exact, packed states

        below-limit        HOLDS       d13
        can-reset          HOLDS       d13
        increment-asserts  HOLDS       d13
        lock-order         HOLDS       d13
        never-stuck        HOLDS       d13

        15 distinct, 26 generated, depth 13
        covers reached: 1 of 1
        never fired: 0 of 5 steps
        """,
        run.out().substring(0, run.out().indexOf("Hash=")));
    assertTrue(run.lines().get(run.lines().size() - 1).matches("Hash=[0-9a-f]{8}"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good",
        "stuck",
        "unsafe",
        "stranded",
        "asserting",
        "swapped-locks",
        "unreachable",
        "faulty"
      })
  void printsTheSameForAnyNumberOfWorkers(String variant) {
    CommandRun one = CommandRun.of("check", variant, "--workers", "1");
    assertEquals(one.out(), CommandRun.of("check", variant, "--workers", "2").out());
    assertEquals(one.out(), CommandRun.of("check", variant, "--workers", "5").out());
    assertFalse(one.out().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "stuck", "unsafe", "faulty"})
  void fitsIntoMail(String variant) {
    for (String line : CommandRun.of("check", variant, "--coverage").lines()) {
      assertTrue(line.length() <= 75, line);
      assertTrue(line.matches("[ -~]*"), line);
    }
  }

  @Test
  void printsTheShortestCounterexampleOnly() {
    CommandRun run = CommandRun.of("check", "stuck");
    assertTrue(run.out().contains("can-reset is VIOLATED"), run.out());
    assertFalse(run.out().contains("never-stuck is VIOLATED"), run.out());
  }

  @Test
  void printsTheCounterexampleOfEachPropertyThatIsNamed() {
    CommandRun run = CommandRun.of("check", "stuck", "-p", "never-stuck", "-p", "can-reset");
    assertTrue(run.out().contains("can-reset is VIOLATED"), run.out());
    assertTrue(run.out().contains("never-stuck is VIOLATED"), run.out());
    assertEquals("VIOLATED  stuck in scenario plain: 2 of 2 properties", run.firstLine());
  }

  @Test
  void givesATraceTheSameIdWhateverElseIsChecked() {
    String id = id(CommandRun.of("check", "stuck"), "never-stuck");
    assertEquals(id, id(CommandRun.of("check", "stuck", "-p", "never-stuck"), "never-stuck"));
    assertTrue(id.matches("[0-9a-f]{8}"), id);
  }

  private static String id(CommandRun run, String property) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(property + " "))
        .map(line -> line.replaceAll(".* trace ", ""))
        .findFirst()
        .orElse("none");
  }

  @Test
  void saysHowToSeeATraceAgain() {
    CommandRun run =
        CommandRun.of(
            "check",
            "unsafe",
            "--scenario",
            "wide",
            "--requests",
            "2",
            "--symmetry",
            "off",
            "--assume",
            "reset-happens=on");
    String command =
        "./mdscheck check unsafe --scenario wide --requests 2 --assume reset-happens=on"
            + " --symmetry off -p below-limit";
    assertTrue(run.out().replaceAll("\\s+", " ").contains(command), run.out());
    CommandRun again = CommandRun.of(command.replaceFirst("./mdscheck ", "").split(" "));
    assertEquals(id(run, "below-limit"), id(again, "below-limit"));
  }

  @Test
  void showsNoStepsWithTraceOff() {
    assertTrue(CommandRun.of("check", "unsafe").out().contains("n: 3 -> 4"));
    assertFalse(CommandRun.of("check", "unsafe", "--trace", "off").out().contains("n: 3 -> 4"));
  }

  @Test
  void saysWhyItIsIncompleteAndWhatToChange() {
    CommandRun run = CommandRun.of("check", "good", "--bound", "4");
    assertEquals(
        "INCOMPLETE  good in scenario plain: 5 of 5 properties not decided", run.firstLine());
    assertTrue(run.out().contains("\nbelow-limit        INCOMPLETE  d4\n"), run.out());
    assertTrue(run.out().contains("\nIncomplete: the depth bound of 4 was reached"), run.out());
  }

  @Test
  void stopsAtTheFirstViolationIfAsked() {
    CommandRun run = CommandRun.of("check", "unsafe", "--max-errors", "1", "-p", "below-limit");
    assertTrue(run.out().contains("\n18 distinct, "), run.out());
    assertTrue(CommandRun.of("check", "unsafe").out().contains("\n19 distinct, "));
  }

  @Test
  void namesTheBoundsAndAssumptionsInForce() {
    CommandRun run =
        CommandRun.of("check", "good", "--requests=2", "--assume", "reset-happens=off");
    assertEquals(
        List.of("bounds: requests=2", "assumed: reset-happens=off"), run.lines().subList(1, 3));
  }

  @Test
  void listsACoverWhenItIsNotReachedOrAskedFor() {
    assertTrue(
        CommandRun.of("check", "unreachable")
            .out()
            .contains("\ncounter-reaches-limit  VIOLATED    no reachable state has it\n"));
    String reached = "\ncounter-reaches-limit  HOLDS       d11  reached\n";
    assertFalse(CommandRun.of("check", "good").out().contains(reached));
    assertTrue(CommandRun.of("check", "good", "--coverage").out().contains(reached));
    assertTrue(
        CommandRun.of("check", "good", "-p", "counter-reaches-limit").out().contains(reached));
  }

  @Test
  void listsTheStepsThatNeverFired() {
    CommandRun run = CommandRun.of("check", "faulty", "--coverage", "--max-states", "1");
    assertTrue(run.out().contains("never fired: count: n++\n"), run.out());
  }

  @Test
  void putsTheMutantInTheModel() {
    CommandRun run = CommandRun.of("check", "good+no-reset");
    assertEquals("VIOLATED  good+no-reset in scenario plain: 2 of 5 properties", run.firstLine());
  }

  @Test
  void printsNothingWhenQuiet() {
    CommandRun run = CommandRun.of("check", "unsafe", "-q");
    assertEquals(new CommandRun(12, "", ""), run);
  }

  @Test
  void tellsTimesOnStandardErrorOnly() {
    CommandRun run = CommandRun.of("check", "good");
    assertTrue(run.err().matches("[0-9.]+ s, .*\\R"), run.err());
    assertEquals("", CommandRun.of("check", "good", "--progress", "off").err());
  }

  @Test
  void coloursVerdictsOnATerminal() {
    String red = "\033[31mVIOLATED\033[0m";
    assertTrue(CommandRun.onTerminal(Map.of(), "check", "unsafe").out().contains(red));
    assertFalse(CommandRun.of("check", "unsafe").out().contains("\033"));
    assertFalse(
        CommandRun.onTerminal(Map.of("NO_COLOR", "1"), "check", "unsafe").out().contains("\033"));
    assertTrue(CommandRun.of("check", "unsafe", "--color=always").out().contains(red));
    assertTrue(CommandRun.of("check", "unsafe", "--colour").out().contains(red));
    assertFalse(
        CommandRun.onTerminal(Map.of(), "check", "unsafe", "--color", "never")
            .out()
            .contains("\033"));
  }

  @Test
  void showsProgressOnATerminalAndWipesIt() {
    CommandRun run = CommandRun.onTerminal(Map.of(), "check", "good");
    assertTrue(run.err().contains("\rd 13  26 gen  15 distinct  0 queued  0:00"), run.err());
    assertTrue(run.err().matches("(?s).*\r +\r[^\r]*"), run.err());
  }

  @Test
  void printsTlcsLineIfAsked() {
    CommandRun run = CommandRun.of("check", "good", "--progress", "tlc");
    assertTrue(
        run.err()
            .matches(
                "(?s)Progress\\(13\\) at 2026-11-22 10:00:00: 26 states generated"
                    + " \\([0-9,]+ s/min\\), 15 distinct states found \\([0-9,]+ ds/min\\),"
                    + " 0 states left on queue\\.\\R.*"),
        run.err());
  }

  @Test
  void reportsWhatWasFinishedWhenInterrupted() {
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run = CommandRun.with(new TinyLibrary(), interruption, "check", "good");
    assertEquals(152, run.status());
    assertTrue(run.firstLine().startsWith("INCOMPLETE  good"), run.out());
    assertTrue(run.out().contains("Incomplete: the search was cancelled"), run.out());
  }
}
