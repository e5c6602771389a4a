package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
  @Test
  void printsPropertiesByVariantsAndHowToSeeEachTrace() {
    CommandRun run = CommandRun.of("compare", "good", "unsafe", "stuck");
    assertEquals(
        """
        VIOLATED  2 of 3 variants in scenario plain
        bounds: requests=3
        symmetry: none
        passes: none
        partial order: none
        store: exact, packed states

        property           good   unsafe        stuck
        below-limit        HOLDS  VIOLATED d15  HOLDS
        can-reset          HOLDS  HOLDS         VIOLATED d3
        increment-asserts  HOLDS  HOLDS         HOLDS
        lock-order         HOLDS  HOLDS         HOLDS
        never-stuck        HOLDS  HOLDS         VIOLATED d13
        distinct states    15     19            14

        ./mdscheck check unsafe -p NAME shows
          below-limit  trace <id>

        ./mdscheck check stuck -p NAME shows
          can-reset    trace <id>
          never-stuck  trace <id>
        """,
        run.out().replaceAll("(?m) [0-9a-f]{8}$", " <id>"));
  }

  @Test
  void putsVariantsThatDoNotFitBelowTheOthers() {
    CommandRun run =
        CommandRun.of("compare", "stuck", "unsafe", "stranded", "asserting", "swapped-locks");
    assertEquals(2, run.lines().stream().filter(line -> line.startsWith("property ")).count());
    run.lines().forEach(line -> assertTrue(line.length() <= 75, line));
  }

  @Test
  void saysWhyAVariantIsIncomplete() {
    CommandRun run = CommandRun.of("compare", "good", "--max-states", "3");
    assertTrue(run.out().contains("\ngood: the limit of 3 states was reached;"), run.out());
    assertEquals(152, run.status());
  }

  @Test
  void checksAVariantNamedTwiceOnce() {
    assertEquals(
        CommandRun.of("compare", "good").out(), CommandRun.of("compare", "good", "good").out());
  }

  @Test
  void comparesWithinTheGivenBounds() {
    CommandRun run = CommandRun.of("compare", "good", "--requests", "1", "-p", "below-limit");
    assertTrue(run.out().contains("below-limit      HOLDS"), run.out());
    assertTrue(run.lines().stream().noneMatch(line -> line.startsWith("can-reset")), run.out());
  }

  @Test
  void speaksJson() {
    CommandRun run = CommandRun.of("compare", "good", "unsafe", "--format", "json");
    assertTrue(run.out().startsWith("[ {"), run.out());
    assertTrue(run.out().contains("\"variant\" : \"unsafe\""), run.out());
  }

  @Test
  void surveysEveryScenario() {
    CommandRun run =
        CommandRun.of("compare", "good", "unsafe", "--all-scenarios", "--requests", "3");
    assertEquals(
        List.of("scenario", "variant", "violated", "hold", "untested", "states", "depth"),
        List.of(run.lines().get(0).split(" +")));
    assertTrue(run.lines().get(1).matches("plain +good +0 +5 +0 +15 +\\d+"), run.out());
    assertTrue(run.lines().get(2).matches(" +unsafe +1 +4 +0 +19 +\\d+"), run.out());
    assertTrue(run.lines().get(3).startsWith("wide "), run.out());
    assertEquals(12, run.status());
    assertTrue(run.err().contains("unsafe in wide:"), run.err());
  }

  @Test
  void marksWhatASurveyGaveUp() {
    CommandRun run = CommandRun.of("compare", "good", "--all-scenarios", "--max-states", "3");
    assertTrue(run.lines().get(1).contains(" 3+ "), run.out());
    assertTrue(run.out().contains("\n+ a limit ended the search"), run.out());
    assertEquals(152, run.status());
  }

  @Test
  void surveysOneProperty() {
    CommandRun run = CommandRun.of("compare", "unsafe", "--all-scenarios", "-p", "below-limit");
    assertTrue(run.lines().get(1).matches("plain +unsafe +1 +0 +0 .*"), run.out());
    assertEquals(151, CommandRun.of("compare", "good", "--all-scenarios", "-p", "below").status());
  }

  @Test
  void surveysNoSingleScenario() {
    CommandRun run = CommandRun.of("compare", "good", "--all-scenarios", "--scenario", "plain");
    assertTrue(run.err().contains("exclude each other"), run.err());
    assertEquals(151, run.status());
  }
}
