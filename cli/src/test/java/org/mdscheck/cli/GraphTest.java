package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
  @TempDir private Path folder;

  private CommandRun graph(String command, String file) {
    return CommandRun.of(("graph " + command + " --out " + folder.resolve(file)).split(" "));
  }

  private String drawn(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void drawsTheShortestCounterexample() throws IOException {
    assertEquals(11, graph("stuck --kind trace", "a.dot").status());
    assertTrue(drawn("a.dot").contains("can-reset in counter stuck"));
  }

  @Test
  void drawsTheCounterexampleOfTheNamedProperty() throws IOException {
    graph("stuck --kind trace -p never-stuck", "a.dot");
    assertTrue(drawn("a.dot").contains("never-stuck in counter stuck"));
  }

  @Test
  void drawsNothingWhenAllHolds() {
    CommandRun run = graph("good --kind trace", "a.dot");
    assertEquals(0, run.status());
    assertTrue(run.err().contains("no counterexample"), run.err());
    assertFalse(Files.exists(folder.resolve("a.dot")));
  }

  @Test
  void drawsTheOrderOfLocksAndTellsItAsText() throws IOException {
    CommandRun run = graph("good --kind locks", "a.svg");
    assertEquals("outer -> inner\n    count()\n", run.out());
    assertEquals(0, run.status());
    assertTrue(drawn("a.svg").contains("<svg"));
  }

  @Test
  void marksTheOrderThatIsNew() throws IOException {
    graph("swapped-locks --kind locks --against good", "a.dot");
    assertTrue(drawn("a.dot").contains(">> "), drawn("a.dot"));
    graph("good --kind locks --against good", "b.dot");
    assertFalse(drawn("b.dot").contains(">> "), drawn("b.dot"));
  }

  @Test
  void drawsTheStatesAndTellsThemAsText() throws IOException {
    CommandRun run = graph("good --kind states", "a.png");
    assertEquals("0 -> 1\n    count()\n1 -> 0\n    reset()\n", run.out());
    assertEquals(0, run.status());
    assertEquals("PNG", new String(Files.readAllBytes(folder.resolve("a.png")), 1, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locks", "states"})
  void saysThatAPictureCanLackSomething(String kind) {
    assertEquals(152, graph("good --max-states 3 --kind " + kind, "a.dot").status());
    assertTrue(Files.exists(folder.resolve("a.dot")));
  }

  @ParameterizedTest
  @CsvSource({
    "good, a.dot",
    "good --kind trees, a.dot",
    "good --kind locks, a.gif",
    "good --kind states --against good, a.dot",
    "good --kind states -p can-reset, a.dot",
    "good --kind locks --against better, a.dot"
  })
  void refusesWhatMakesNoSense(String command, String file) {
    assertEquals(151, graph(command, file).status());
  }

  @Test
  void checksWritePicturesToo() throws IOException {
    CommandRun.of("check", "unsafe", "--out", "dot:" + folder.resolve("a.dot"));
    assertTrue(drawn("a.dot").contains("below-limit in counter unsafe"));
  }
}
