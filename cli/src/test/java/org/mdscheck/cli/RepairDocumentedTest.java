package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.cli.models.CephLibrary;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.model.cephfs.Variant;

/** {@code docs/repair.md} speaks of the changes, variants, scenarios and properties there are. */
class RepairDocumentedTest {
  private static final Path PAGE = Path.of("..", "docs", "repair.md");

  /** {@code ./mdscheck check VARIANT}, then the options. */
  private static final Pattern COMMAND = Pattern.compile("`\\./mdscheck check (\\S+)([^`]*)`");

  private static final Pattern SCENARIO = Pattern.compile("--scenario (\\S+)");
  private static final Pattern PROPERTY = Pattern.compile("-p (\\S+)");

  /** A change explained. */
  private static final Pattern CHANGE = Pattern.compile("^\\* `([a-z-]+)`:", Pattern.MULTILINE);

  private final Names names = new Names(new CephLibrary());

  private static String text() throws IOException {
    return Files.readString(PAGE);
  }

  private static List<String> repairs() {
    return Variant.repairs().stream()
        .map(hunk -> hunk.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .sorted()
        .toList();
  }

  @Test
  void eachChangeIsExplainedOnce() throws IOException {
    assertEquals(repairs(), found(CHANGE, text()));
  }

  @Test
  void eachChangeIsTakenOut() throws IOException {
    List<String> removed = found(Pattern.compile("check repaired-without-([a-z-]+) "), text());
    assertEquals(repairs(), removed);
  }

  static Stream<MatchResult> commands() throws IOException {
    return COMMAND.matcher(text()).results().toList().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandNamesWhatThereIs(MatchResult command) {
    assertEquals(command.group(1), names.requireVariant(command.group(1)));
    for (String name : found(SCENARIO, command.group(2))) names.require(Topic.SCENARIOS, name);
    for (String name : found(PROPERTY, command.group(2))) names.require(Topic.PROPERTIES, name);
  }

  @Test
  void manyCommandsAreShown() throws IOException {
    assertTrue(commands().count() > Variant.repairs().size(), "few commands in " + PAGE);
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    pattern.matcher(text).results().forEach(match -> all.add(match.group(1)));
    all.sort(null);
    return all;
  }
}
