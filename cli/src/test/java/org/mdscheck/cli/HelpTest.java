package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "compare",
        "answer",
        "assume",
        "failures",
        "list",
        "replay",
        "graph",
        "gate"
      })
  void everyCommandExplainsItself(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: mdscheck " + command), run.out());
    assertTrue(run.out().contains("Exit status:"), run.out());
    run.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    assertEquals(run.out(), CommandRun.of(command, "-h").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "compare",
        "answer",
        "assume",
        "failures",
        "list",
        "replay",
        "graph",
        "gate"
      })
  void everyCommandTellsTheVersion(String command) {
    CommandRun run = CommandRun.of(command, "--version");
    assertEquals(0, run.status());
    assertTrue(run.firstLine().startsWith("mdscheck "), run.out());
    assertEquals(CommandRun.of("--version").out(), run.out());
  }

  @Test
  void aloneItListsTheCommands() {
    CommandRun run = CommandRun.of();
    assertEquals(0, run.status());
    assertEquals(CommandRun.of("--help").out(), run.out());
    assertTrue(run.out().contains("\n  check "), run.out());
  }

  @Test
  void suggestsTheNearestCommand() {
    assertTrue(CommandRun.of("chekc", "good").err().contains("did you mean check?"));
  }

  @Test
  void suggestsTheNearestOption() {
    assertTrue(CommandRun.of("check", "good", "--worker", "2").err().contains("--workers?"));
  }

  @Test
  void suggestsTheNearestNameAndListsAll() {
    assertEquals(
        "mdscheck: no scenario 'plian': did you mean plain? There are plain, wide\n",
        CommandRun.of("check", "good", "--scenario", "plian").err());
  }
}
