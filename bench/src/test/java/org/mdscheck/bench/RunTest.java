package org.mdscheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** The small form of {@code bench/run}, and its table. */
@Timeout(300)
class RunTest {
  @TempDir private Path folder;

  private record Outcome(int exitCode, String out) {}

  @Test
  void measuresOneToolOnOneModel() throws Exception {
    final Outcome outcome = bench("-m", "phil", "mdscheck");
    assertEquals(0, outcome.exitCode, outcome.out);
    assertEquals(4, measured(outcome, "mdscheck"), outcome.out);
  }

  @Test
  void measuresEveryToolOfTheMachine() throws Exception {
    final Outcome outcome = bench("-m", "lease", "-c", "2");
    assertEquals(0, outcome.exitCode, outcome.out);
    assertEquals(3, measured(outcome, "mdscheck"), outcome.out);
    assertEquals(hasCompilerAnd("spin") ? 2 : 0, measured(outcome, "spin"), outcome.out);
    assertEquals(hasCompilerAnd("rumur") ? 3 : 0, measured(outcome, "rumur"), outcome.out);
  }

  @Test
  void addsToEarlierResultsWhatIsMissing() throws Exception {
    assertEquals(1, measured(bench("-m", "kern", "-c", "1", "hand"), "hand"));
    final Outcome outcome = bench("-m", "kern", "-a", "hand");
    assertEquals(0, outcome.exitCode, outcome.out);
    assertEquals(2, measured(outcome, "hand"), outcome.out);
    assertFalse(outcome.out.contains("hand loop, 1 cores"), outcome.out);
  }

  @Test
  void saysWhatWasAimedAtAndDrawsIt() throws Exception {
    final Outcome outcome = bench("-m", "kern", "-c", "2", "mdscheck:compiled", "hand");
    assertEquals(0, outcome.exitCode, outcome.out);
    assertTrue(outcome.out.contains("states/s, 2 workers, over the loop by hand's"), outcome.out);
    final NodeList rectangles =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("plot.svg").toFile())
            .getElementsByTagName("rect");
    assertEquals(3, rectangles.getLength(), "a background and two bars");
    assertTrue(
        Files.readString(folder.resolve("paragraph")).contains("79,557 states"), outcome.out);
  }

  @Test
  void targetsAreMetOrMissed() throws Exception {
    final String results =
        String.join(
            "\n",
            result("mdscheck compiled", 1000, 1).replaceAll("cores 1", "cores 2"),
            result("spin NCORE", 1000, 7),
            result("tlc off-heap", 1000, 39));
    final Outcome outcome = awk("targets.awk", results.replaceAll("model m", "model kern"));
    assertEquals(0, outcome.exitCode, outcome.out);
    assertTrue(
        rows(outcome, "kern").anyMatch(row -> row.matches(".*SPIN.* 7.0 +met")), outcome.out);
    assertTrue(
        rows(outcome, "kern").anyMatch(row -> row.matches(".*TLC.* 39.0 +MISSED")), outcome.out);
  }

  @Test
  void refusesAToolThatIsNotThere() throws Exception {
    final Outcome outcome = bench("tlc");
    assertEquals(2, outcome.exitCode);
    assertTrue(outcome.out.contains("tlc is not on this machine"), outcome.out);
  }

  @Test
  void tableHasMediansAndRatios() throws Exception {
    final Outcome outcome =
        table(
            result("mdscheck", 100, 1),
            result("mdscheck", 100, 4),
            result("mdscheck", 100, 2),
            result("other", 100, 5),
            result("other", 100, 9),
            result("other", 100, 8));
    assertEquals(0, outcome.exitCode, outcome.out);
    assertTrue(rows(outcome, "other").allMatch(row -> row.contains(" 8.00 ")), outcome.out);
    assertTrue(rows(outcome, "other").allMatch(row -> row.endsWith(" 4.00")), outcome.out);
  }

  @Test
  void tableFailsWhenTheNumbersOfStatesDiffer() throws Exception {
    final Outcome outcome = table(result("mdscheck", 100, 1), result("other", 99, 1));
    assertEquals(1, outcome.exitCode);
    assertTrue(
        outcome.out.contains("DIFFERENT: other on 1 cores has another number of full states"),
        outcome.out);
  }

  private Outcome bench(String... arguments) throws Exception {
    final List<String> small = List.of("./run", "-s", "-n", "1", "-o", folder.toString());
    return run(Stream.concat(small.stream(), Stream.of(arguments)).toList());
  }

  private Outcome table(String... results) throws Exception {
    return awk("table.awk", String.join("\n", results));
  }

  private Outcome awk(String program, String results) throws Exception {
    final Path file = Files.writeString(folder.resolve("results"), results);
    return run(
        List.of(
            "awk",
            "-v",
            "model=m",
            "-f",
            "lib/results.awk",
            "-f",
            "lib/" + program,
            file.toString()));
  }

  private static String result(String contestant, long distinct, int seconds) {
    return "model m\ncontestant "
        + contestant
        + "\ncores 1\nstates full\nwhole-seconds "
        + seconds
        + "\ndistinct "
        + distinct
        + "\n";
  }

  private Outcome run(List<String> command) throws IOException, InterruptedException {
    final File output = folder.resolve("output").toFile();
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().remove("TLC_JAR");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BENCH_CLASSES", System.getProperty("java.class.path"));
    final int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(output.toPath()));
  }

  private static Stream<String> rows(Outcome outcome, String tool) {
    return outcome.out.lines().filter(line -> line.startsWith(tool));
  }

  private static long measured(Outcome outcome, String tool) {
    return rows(outcome, tool).filter(row -> row.matches(".* (full|symmetric) .*")).count();
  }

  private static boolean hasCompilerAnd(String tool) {
    return isOnThePath(tool) && isOnThePath("gcc");
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }
}
