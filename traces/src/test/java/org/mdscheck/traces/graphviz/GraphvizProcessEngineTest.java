package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in the place of {@code dot}. */
@DisabledOnOs(OS.WINDOWS)
class GraphvizProcessEngineTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);
  private static final String ANSWERS = "[ \"$1\" = -V ] && exit 0\n";

  @TempDir Path directory;

  @Test
  void findsNothingOnAnEmptyPath() {
    assertTrue(GraphvizProcessEngine.find("", AMPLE).isEmpty());
  }

  @Test
  void findsNothingWhereNoDotIs() {
    assertTrue(GraphvizProcessEngine.find(directory.toString(), AMPLE).isEmpty());
  }

  @Test
  void passesOverADotThatFails() throws IOException {
    install("exit 127");

    assertTrue(GraphvizProcessEngine.find(directory.toString(), AMPLE).isEmpty());
  }

  @Test
  void findsADotInALaterDirectory() throws IOException {
    install(ANSWERS);
    String path = directory.resolve("absent") + File.pathSeparator + directory;

    assertTrue(GraphvizProcessEngine.find(path, AMPLE).isPresent());
  }

  @Test
  void feedsTheGraphAndReadsThePicture() throws IOException {
    install(ANSWERS + "echo \"$@\"; cat");

    assertEquals("-Kdot -Tsvg\ndigraph { \u2200 }", draw("digraph { \u2200 }", AMPLE));
  }

  @Test
  void survivesMoreOutputThanAPipeHolds() throws IOException {
    install(ANSWERS + "head -c 300000 /dev/zero | tr '\\0' w >&2; cat");
    String graph = "g".repeat(300_000);

    assertEquals(graph, draw(graph, AMPLE));
  }

  @Test
  void tellsTheWordsOfGraphviz() throws IOException {
    install(ANSWERS + "echo 'Error: syntax error in line 1' >&2; exit 1");

    GraphvizException e = assertThrows(GraphvizException.class, () -> draw("", AMPLE));
    assertEquals("Graphviz refused the graph: Error: syntax error in line 1", e.getMessage());
  }

  @Test
  void stopsAtTheDeadline() throws IOException {
    install(ANSWERS + "exec sleep 100");

    GraphvizException e =
        assertThrows(GraphvizException.class, () -> draw("", Duration.ofMillis(200)));
    assertTrue(e.getMessage().contains("took longer than"), e.getMessage());
  }

  private void install(String script) throws IOException {
    Path dot = directory.resolve("dot");
    Files.writeString(dot, "#!/bin/sh\n" + script + "\n");
    assertTrue(dot.toFile().setExecutable(true));
  }

  private String draw(String dot, Duration deadline) throws IOException {
    return GraphvizProcessEngine.find(directory.toString(), deadline)
        .orElseThrow()
        .execute(dot, Options.create(), Rasterizer.NONE)
        .asString();
  }
}
