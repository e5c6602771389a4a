package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.cli.models.CephLibrary;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;

/**
 * The pages of findings and of the repair show commands that can be run, and the table of what is
 * exhausted says what the gate expects.
 */
class FindingsDocumentedTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final List<String> VARIANTS = List.of("base", "v3", "merged", "repaired");

  /** {@code ./mdscheck check VARIANT}, then the options. */
  private static final Pattern COMMAND = Pattern.compile("`\\./mdscheck check (\\S+)([^`]*)`");

  private static final Pattern SCENARIO = Pattern.compile("--scenario (\\S+)");
  private static final Pattern PROPERTY = Pattern.compile("-p (\\S+)");

  /** Of a check of the gate without bounds of its own: variant, scenario, states. */
  private static final Pattern CHECK =
      Pattern.compile("(\\S+)\n    scenario: (\\S+)\n    distinct: (\\d+)\n");

  private static final Pattern VIOLATED = Pattern.compile(": VIOLATED d");

  private final Names names = new Names(new CephLibrary());

  static Stream<MatchResult> commands() throws IOException {
    String text =
        Files.readString(DOCS.resolve("findings.md")) + Files.readString(DOCS.resolve("repair.md"));
    return COMMAND.matcher(text).results().toList().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandNamesWhatThereIs(MatchResult command) {
    assertEquals(command.group(1), names.requireVariant(command.group(1)));
    Matcher scenario = SCENARIO.matcher(command.group(2));
    while (scenario.find()) names.require(Topic.SCENARIOS, scenario.group(1));
    Matcher property = PROPERTY.matcher(command.group(2));
    while (property.find()) names.require(Topic.PROPERTIES, property.group(1));
  }

  @Test
  void manyCommandsAreShown() throws IOException {
    assertTrue(commands().count() > 100);
  }

  /** A check of the gate without bounds of its own, and its cell in the table by scenario. */
  private record Cell(String variant, String scenario, String text) {}

  private static List<Cell> cellsOfTheGate() throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (String check : Files.readString(Path.of("..", "gate.yaml")).split("  - variant: ")) {
      Matcher head = CHECK.matcher(check);
      if (!head.lookingAt() || !VARIANTS.contains(head.group(1))) continue;
      String text = VIOLATED.matcher(check).results().count() + ", " + head.group(3);
      cells.add(new Cell(head.group(1), head.group(2), text));
    }
    return cells;
  }

  /** The rows that begin with a name, split into cells. */
  private static Map<String, List<String>> rows(String table) {
    return table
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> List.of(line.substring(2).split(" \\| ")))
        .collect(Collectors.toMap(row -> row.get(0), row -> row, (first, later) -> first));
  }

  @Test
  void theTableByScenarioSaysWhatTheGateDoes() throws IOException {
    Map<String, List<String>> rows = rows(Files.readString(DOCS.resolve("bounds.md")));
    List<String> head = rows.get("scenario");
    List<Cell> cells = cellsOfTheGate();
    assertTrue(cells.size() > 100);
    for (Cell cell : cells) {
      List<String> row = rows.get("`" + cell.scenario() + "`");
      assertEquals(cell.text(), row.get(head.indexOf("`" + cell.variant() + "`")), cell.toString());
    }
  }
}
