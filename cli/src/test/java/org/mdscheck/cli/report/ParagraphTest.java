package org.mdscheck.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void fillsLinesToTheLastColumn() {
    String word = "x".repeat(37);
    assertEquals(
        List.of(word + " " + word, word), Paragraph.lines(word + " " + word + "\n" + word));
  }

  @Test
  void beginsEachLineAsToldAndKeepsLongWords() {
    String word = "x".repeat(80);
    assertEquals(
        List.of("note: a", "  " + word, "  b"),
        Paragraph.lines("note: ", "  ", "a " + word + " b"));
  }

  @Test
  void aShellJoinsTheLinesOfALongCommandAgain() {
    String command = "./mdscheck check merged" + " --assume something=off".repeat(6);
    List<String> lines = Paragraph.command("   ", command);
    assertTrue(lines.size() > 1);
    lines.forEach(line -> assertTrue(line.length() <= Paragraph.WIDTH, line));
    String joined = String.join("\n", lines).replace("\\\n", "").strip().replaceAll(" +", " ");
    assertEquals(command, joined);
  }

  @Test
  void aShortCommandStaysOnItsLine() {
    assertEquals(List.of("   ./mdscheck list"), Paragraph.command("   ", "./mdscheck list"));
  }
}
