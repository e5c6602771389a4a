package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of plain ASCII text, none longer than {@link #WIDTH}, so that they still fit into 75
 * columns when a reply quotes them.
 */
final class Lines {
  static final int WIDTH = 70;

  /** Where a line may end although there is no space: after these, the better ones first. */
  private static final List<String> BREAKABLE = List.of("(,>.|=/", "_");

  private final StringBuilder text = new StringBuilder();
  private int count;

  /** Adds an empty line, unless the last one is empty or there is none. */
  void gap() {
    if (text.length() > 0 && !text.toString().endsWith("\n\n")) line("");
  }

  /** Adds text that begins at column {@code indent} and goes on two columns further right. */
  void add(int indent, String content) {
    add(" ".repeat(indent), content, 2);
  }

  /**
   * Adds {@code content} after {@code lead}, wrapped.
   *
   * @param hang how much further right than the first line the others begin
   */
  void add(String lead, String content, int hang) {
    final List<String> wrapped = wrap(content, WIDTH - lead.length(), hang);
    line(lead + wrapped.get(0));
    for (String rest : wrapped.subList(1, wrapped.size())) line(" ".repeat(lead.length()) + rest);
  }

  /** Adds items with commas between them, after {@code lead}; breaks between items if it can. */
  void list(String lead, List<String> items) {
    final List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      final String item = ascii(items.get(i)) + (i + 1 < items.size() ? "," : "");
      if (row.length() > 0 && lead.length() + row.length() + 1 + item.length() > WIDTH) {
        rows.add(row.toString());
        row = new StringBuilder();
      }
      row.append(row.length() > 0 ? " " : "").append(item);
    }
    rows.add(row.toString());
    String start = lead;
    for (String content : rows) {
      add(start, content, 2);
      start = " ".repeat(lead.length());
    }
  }

  /** Adds one line as it is, without the blanks at its end. */
  void line(String content) {
    text.append(content.stripTrailing()).append('\n');
    count++;
  }

  /** Number of lines so far. */
  int count() {
    return count;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /**
   * Breaks text into lines of at most {@code width} characters: at a space, else after an operator,
   * else anywhere. Lines after the first are indented by {@code hang}. Never empty.
   */
  static List<String> wrap(String content, int width, int hang) {
    final List<String> lines = new ArrayList<>();
    String rest = ascii(content).strip();
    while (rest.length() > width) {
      final int end = breakPoint(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = " ".repeat(hang) + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** The last good place in the second half of the line, or its full width. */
  private static int breakPoint(String line, int width) {
    for (int end = width; end > width / 2; end--) {
      if (line.charAt(end) == ' ') return end;
    }
    for (String breakable : BREAKABLE) {
      for (int end = width; end > width / 2; end--) {
        if (breakable.indexOf(line.charAt(end - 1)) >= 0 && breakable.indexOf(line.charAt(end)) < 0)
          return end;
      }
    }
    return width;
  }

  /** The text on one line in ASCII; what is not in it becomes a question mark. */
  static String ascii(String text) {
    final StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> c < ' ' || c > '~' ? '?' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
