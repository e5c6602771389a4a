package org.mdscheck.traces.graphviz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of pictures: escaping it for Graphviz, breaking it into lines, and how large it is.
 *
 * <p>All text is set in Courier, whose characters are 0.6 em wide in every engine and in every font
 * that stands in for it, so that sizes computed here are the sizes drawn.
 */
final class Text {
  static final String FONT = "Courier";
  static final String BOLD_FONT = "Courier-Bold";

  private static final double CHARACTER_EM = 0.6;
  private static final double LINE_EM = 1.2;

  /** Where a line may end although there is no space: after these. */
  private static final String BREAKABLE = "(,>.|=";

  private static final int OVERHANG = 2;
  private static final int LEAST_LINE = 5;

  private Text() {}

  /** The width of a line of so many characters, in points. */
  static double width(int characters, double fontSize) {
    return characters * fontSize * CHARACTER_EM;
  }

  /** The height of so many lines, in points. */
  static double height(int lines, double fontSize) {
    return lines * fontSize * LINE_EM;
  }

  /**
   * The width of {@code text} in characters, as Graphviz without fonts measures it: by the bytes of
   * its UTF-8. What lies outside ASCII is narrower when drawn, so the text fits in any case.
   */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns {@code text} for use inside an HTML-like label. */
  static String html(String text) {
    return kept(printable(text))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\\", "\\\\")
        .replace("\"", "&quot;");
  }

  /** Returns {@code lines} as a plain label, each line to the left. */
  static String label(List<String> lines) {
    StringBuilder label = new StringBuilder();
    for (String line : lines) {
      label.append(escaped(line)).append("\\l");
    }
    return label.toString();
  }

  /** Returns one line of text for a plain label, where Graphviz would read entities and escapes. */
  static String escaped(String text) {
    return kept(printable(text)).replace("&", "&amp;").replace("\\", "\\\\");
  }

  /**
   * Breaks {@code text} into lines of {@code most} characters: at a space, else after an operator,
   * else anywhere. Lines after the first are indented by two characters. One or two characters too
   * many, such as a closing bracket, stay on the line.
   */
  static List<String> wrap(String text, int most) {
    List<String> lines = new ArrayList<>();
    String rest = printable(text).strip();
    while (rest.length() > most + OVERHANG) {
      int end = breakPoint(rest, most);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = "  " + rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Where to end the first line: at the last good place, rather in its second half. */
  private static int breakPoint(String text, int most) {
    for (int least : new int[] {most / 2, LEAST_LINE}) {
      for (int end = most; end > least; end--) {
        if (text.charAt(end) == ' ') {
          return end;
        }
      }
      for (int end = most; end > least; end--) {
        if (isOperator(text.charAt(end - 1)) && !isOperator(text.charAt(end))) {
          return end;
        }
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  private static boolean isOperator(char c) {
    return BREAKABLE.indexOf(c) >= 0;
  }

  /** SVG drops spaces at the beginning and after another one, except no-break spaces. */
  private static String kept(String text) {
    return text.replaceAll("(?<=^| ) ", "\u00a0");
  }

  /** Line ends and tabs become spaces; what XML does not allow becomes a question mark. */
  private static String printable(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .map(c -> isDrawable(c) ? c : '?')
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean isDrawable(int c) {
    return !Character.isISOControl(c)
        && Character.getType(c) != Character.SURROGATE
        && (c & 0xfffe) != 0xfffe;
  }
}
