package org.mdscheck.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
