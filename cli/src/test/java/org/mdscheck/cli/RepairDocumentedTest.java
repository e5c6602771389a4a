package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mdscheck.model.cephfs.Variant;

/** {@code docs/repair.md} speaks of the changes that there are. */
class RepairDocumentedTest {
  private static final Path PAGE = Path.of("..", "docs", "repair.md");

  /** A change explained. */
  private static final Pattern CHANGE = Pattern.compile("^\\* `([a-z-]+)`:", Pattern.MULTILINE);

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

  private static List<String> found(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    pattern.matcher(text).results().forEach(match -> all.add(match.group(1)));
    all.sort(null);
    return all;
  }
}
