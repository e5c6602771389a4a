package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
public final class Paragraph {
  /** The widest line of a report: it survives being quoted in a mail. */
  public static final int WIDTH = 75;

  private Paragraph() {}

  /**
   * Breaks {@code text} at blanks into lines of at most {@link #WIDTH} columns; a longer word stays
   * whole.
   *
   * @param first what the first line begins with
   * @param rest what the others begin with
   */
  public static List<String> lines(String first, String rest, String text) {
    final List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean isFresh = true;
    for (String word : text.strip().split("\\s+")) {
      if (!isFresh && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        isFresh = true;
      }
      if (!isFresh) line.append(' ');
      line.append(word);
      isFresh = false;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The same without anything before the lines. */
  public static List<String> lines(String text) {
    return lines("", "", text);
  }

  /** {@code text} and blanks up to {@code width}. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
