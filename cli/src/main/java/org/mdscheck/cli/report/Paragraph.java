package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
public final class Paragraph {
  /** The widest line of a report: it survives being quoted in a mail. */
  public static final int WIDTH = 75;

  private static final String CONTINUED = " \\";

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

  /**
   * A command for a shell, broken into lines that it joins again.
   *
   * @param indent what each line begins with; those after the first have two blanks more
   */
  public static List<String> command(String indent, String command) {
    final List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : command.strip().split("\\s+")) {
      final boolean isFresh = line.toString().isBlank();
      if (!isFresh && line.length() + 1 + word.length() + CONTINUED.length() > WIDTH) {
        lines.add(line + CONTINUED);
        line = new StringBuilder(indent).append("  ").append(word);
      } else {
        line.append(isFresh ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Text broken into lines with nothing before them. */
  public static List<String> lines(String text) {
    return lines("", "", text);
  }

  /** {@code text} and blanks up to {@code width}. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
