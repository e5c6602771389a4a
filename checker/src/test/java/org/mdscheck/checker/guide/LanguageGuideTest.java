package org.mdscheck.checker.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LanguageGuideTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsTheExampleAsItIsTested() throws IOException {
    String page = Files.readString(Path.of("../docs/language.md"));
    String source =
        squeezed(
            Files.readString(
                Path.of("src/test/java/org/mdscheck/checker/guide/TwoLocksTest.java")));
    List<String> snippets = JAVA.matcher(page).results().map(LanguageGuideTest::code).toList();
    assertTrue(snippets.size() >= 3, "snippets found: " + snippets.size());
    for (String snippet : snippets) {
      assertTrue(source.contains(squeezed(snippet)), "not in TwoLocksTest:\n" + snippet);
    }
  }

  private static String code(MatchResult match) {
    return match.group(1);
  }

  private static String squeezed(String code) {
    Matcher space = Pattern.compile("\\s+").matcher(code);
    return space.replaceAll(" ").strip();
  }
}
