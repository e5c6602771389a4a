package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that change how a model is searched, but not what is found. */
class SearchFormTest {
  @TempDir private Path folder;

  /** The verdicts and the exit status; counts and depths may differ. */
  private static List<String> outcome(CommandRun run) {
    return run.lines().stream()
        .filter(line -> line.matches("[a-z-]+ +(HOLDS|VIOLATED|INCOMPLETE|ERROR).*"))
        .map(line -> line.replaceAll(" +d[0-9].*", " " + run.status()))
        .toList();
  }

  @ParameterizedTest(name = "--reduction {0}: {1}; {2}")
  @CsvSource({
    "none, none, none",
    "cone, cone, none",
    "'merged-steps,dead-locals', 'merged-steps, dead-locals', none",
    "partial-order, none, at",
    "all, 'cone, merged-steps, dead-locals', at"
  })
  void theReportListsTheReductionsInForce(String names, String passes, String partialOrder) {
    CommandRun run = CommandRun.of("check", "good", "-p", "never-stuck", "--reduction", names);
    assertEquals("passes: " + passes, run.lines().get(3));
    assertTrue(run.lines().get(4).startsWith("partial order: " + partialOrder), run.out());
  }

  @Test
  void aPropertyForWhichPartialOrderIsUnsoundSwitchesItOff() {
    CommandRun run = CommandRun.of("check", "good", "--reduction", "partial-order");
    assertTrue(
        run.out().contains("\npartial order: none: recovery property can-reset needs every step\n"),
        run.out());
  }

  @Test
  void theJsonListsTheReductionsInForce() {
    CommandRun run =
        CommandRun.of(
            "check", "good", "-p", "below-limit", "--reduction", "all", "--format", "json");
    assertTrue(
        run.out().contains("\"passes\" : [ \"cone\", \"merged-steps\", \"dead-locals\" ]"),
        run.out());
    assertTrue(run.out().contains("\"partialOrder\" : \"at "), run.out());
    assertTrue(run.out().contains("\"store\" : \"exact, packed states\""), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"good", "stuck", "unsafe", "stranded", "asserting", "swapped-locks", "faulty"})
  void reductionsKeepTheVerdicts(String variant) {
    List<String> expected = outcome(CommandRun.of("check", variant));
    assertTrue(expected.size() >= 5, expected.toString());
    for (String names : List.of("none", "cone", "merged-steps", "dead-locals", "all"))
      assertEquals(expected, outcome(CommandRun.of("check", variant, "--reduction", names)), names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "stuck", "unsafe", "stranded", "asserting", "faulty"})
  void compiledAndInterpretedStepsFindTheSame(String variant) {
    CommandRun compiled = CommandRun.of("check", variant, "--steps", "compiled");
    assertEquals(compiled.out(), CommandRun.of("check", variant).out());
    assertEquals(compiled.out(), CommandRun.of("check", variant, "--steps", "interpreted").out());
  }

  @ParameterizedTest(name = "--reduction {0}: {1}")
  @CsvSource({
    "dead-local, 'no reduction ''dead-local'': did you mean dead-locals? There are cone, '",
    "slow, 'no reduction ''slow'': there are cone, dead-locals, merged-steps, partial-order'",
    "'all,cone', reduction 'all' goes with no other",
    "'none,cone', reduction 'none' goes with no other"
  })
  void aWrongReductionIsOneClearError(String names, String complaint) {
    CommandRun run = CommandRun.of("check", "good", "--reduction", names);
    assertEquals(151, run.status());
    assertTrue(run.err().startsWith("mdscheck: " + complaint), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void theCommandThatShowsATraceAgainHasTheReductions() {
    CommandRun run = CommandRun.of("check", "unsafe", "--reduction", "merged-steps,cone");
    assertTrue(
        run.out().contains("./mdscheck check unsafe --reduction cone,merged-steps -p below-limit"),
        run.out());
  }

  @Test
  void aTraceOfAReducedModelIsReplayedOnTheWholeOne() {
    Path trace = folder.resolve("trace.json");
    CommandRun.of("check", "unsafe", "--reduction", "all", "--out", "json:" + trace);
    CommandRun run = CommandRun.of("replay", trace.toString());
    assertEquals(12, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("CONFIRMED"), run.out());
  }

  @Test
  void theBytecodeOfTheStepsIsWrittenIfAsked() throws IOException {
    Path classes = folder.resolve("new/classes");
    assertEquals(0, CommandRun.of("check", "good", "--dump-classes", classes.toString()).status());
    List<Path> files = Files.list(classes).toList();
    assertEquals(1, files.size());
    byte[] start = Arrays.copyOf(Files.readAllBytes(files.get(0)), 4);
    assertEquals("[-54, -2, -70, -66]", Arrays.toString(start));
  }

  @Test
  void thereIsNoBytecodeOfInterpretedSteps() {
    CommandRun run =
        CommandRun.of(
            "check", "good", "--steps", "interpreted", "--dump-classes", folder.toString());
    assertEquals(151, run.status());
    assertEquals("mdscheck: --dump-classes goes with --steps compiled only\n", run.err());
  }

  @Test
  void aFolderForBytecodeThatCannotBeMadeIsASystemError() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun run = CommandRun.of("check", "good", "--dump-classes", file.toString());
    assertEquals(153, run.status());
    assertTrue(run.err().startsWith("mdscheck: cannot write classes to " + file), run.err());
  }
}
