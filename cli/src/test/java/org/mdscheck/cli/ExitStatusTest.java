package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of docs/exit-codes.md, each as a command line that ends so. */
class ExitStatusTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} ends with {1}, simply {2}")
  @CsvSource({
    "check good, 0, 0",
    "check stuck -p never-stuck, 11, 1",
    "check unsafe, 12, 1",
    "check stranded, 13, 1",
    "check asserting -p increment-asserts, 14, 1",
    "check swapped-locks, 15, 1",
    "check unreachable, 16, 1",
    "check faulty, 75, 2",
    "check unbuildable, 75, 2",
    "check nonsense, 151, 2",
    "check good --max-states 3, 152, 2",
    "check good --bound 3, 152, 2",
    "check good --time-limit 0, 152, 2",
    "check good --max-memory 0, 152, 2",
    "check exhausting, 153, 2",
    "check crashing, 255, 2"
  })
  void tellsTheOutcome(String command, int status, int simple) {
    assertEquals(status, CommandRun.of(command.split(" ")).status());
    assertEquals(simple, CommandRun.of((command + " --exit-code simple").split(" ")).status());
    assertEquals(simple, CommandRun.of((command + " --exit-code=simple").split(" ")).status());
  }

  @Test
  void aFileThatCannotBeReadIsASystemError() {
    assertEquals(153, CommandRun.of("gate", folder.resolve("missing").toString()).status());
  }

  @Test
  void aFileThatCannotBeWrittenIsASystemErrorBeforeAnySearch() {
    CommandRun run =
        CommandRun.of("check", "unsafe", "--out", "text:" + folder.resolve("missing/trace.txt"));
    assertEquals(153, run.status());
    assertEquals("", run.out());
  }

  @Test
  void anUnmetExpectationIsAFinding() throws IOException {
    Path gate = folder.resolve("gate.yaml");
    Files.writeString(gate, "checks:\n  - {variant: good, scenario: plain, distinct: 1}\n");
    assertEquals(19, CommandRun.of("gate", gate.toString()).status());
    assertEquals(1, CommandRun.of("gate", gate.toString(), "--exit-code=simple").status());
  }

  @ParameterizedTest
  @CsvSource({
    "violated before incomplete, check unsafe --bound 16, 12",
    "the lowest of several violations, check stuck, 11",
    "an error before a violation, compare unsafe faulty, 75",
    "violated before holding, compare good unsafe stranded, 12"
  })
  void theGravestOutcomeCounts(String why, String command, int status) {
    assertEquals(status, CommandRun.of(command.split(" ")).status(), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check good --no-such-option",
        "chekc good",
        "check",
        "check good unsafe",
        "check good --workers none",
        "check good --max-errors 2",
        "check good --bound -1",
        "check good --requests 99",
        "check good --format xml",
        "check good --out trace.txt",
        "check good --scenario narrow",
        "check good --assume gravity=off",
        "check good --assume reset-happens=perhaps",
        "check good -p goodness",
        "check good+badness",
        "check -deadlock good",
        "compare",
        "list nothing"
      })
  void aWrongCommandLineIsOneClearLine(String command) {
    CommandRun run = CommandRun.of(command.split(" "));
    assertEquals(151, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().matches("mdscheck: [^\\n]+\\n"), run.err());
  }

  @Test
  void anInternalErrorTellsItsPlaceOnlyWhenAsked() {
    CommandRun run = CommandRun.of("check", "crashing");
    assertEquals(1, run.err().lines().count());
    assertTrue(run.err().contains("please report it"), run.err());
    CommandRun debugged =
        CommandRun.onTerminal(java.util.Map.of("MDSCHECK_DEBUG", "1"), "check", "crashing");
    assertTrue(debugged.err().contains("TinyLibrary.java"), debugged.err());
  }
}
