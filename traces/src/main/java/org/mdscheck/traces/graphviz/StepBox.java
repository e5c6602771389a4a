package org.mdscheck.traces.graphviz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;
import org.mdscheck.traces.graphviz.LanePicture.Wait;

/**
 * What stands in one box of a lane, and how large that is.
 *
 * @param number the step's number, empty for a box that is no step
 * @param lines the statement first, then what it did
 */
record StepBox(int lane, Look look, String number, List<Line> lines) {
  static final double STATEMENT_SIZE = 10;
  static final double DETAIL_SIZE = 9;
  static final double PADDING = 4;

  /** The widest line of text, in characters; details are smaller and may have more. */
  private static final int MOST_COLUMNS = 34;

  private static final int DETAIL_COLUMNS = 39;

  private static final double NUMBER_WIDTH = 22;
  private static final String INK = "#1A1A1A";
  private static final String NUMBER = "#5A5A5A";
  private static final String CHANGE = "#1F4E8C";
  private static final String FAULT = "#B00020";

  /** How a box is drawn. */
  enum Look {
    STEP("#8A8A8A", "#FFFFFF", 1, "solid"),
    VIOLATION("#B00020", "#FDE7E9", 2.5, "solid"),
    WAIT("#B00020", "#FFFFFF", 1.2, "dashed");

    final String border;
    final String fill;
    final double borderWidth;
    final String style;

    Look(String border, String fill, double borderWidth, String style) {
      this.border = border;
      this.fill = fill;
      this.borderWidth = borderWidth;
      this.style = style;
    }
  }

  /**
   * A line of text in a box.
   *
   * @param html the text as part of an HTML-like label
   * @param width how much room it needs, in points
   */
  record Line(String html, double size, double width) {
    static Line of(String text, double size, String colour) {
      return new Line(
          font(Text.html(text), size, colour), size, Text.width(Text.length(text), size));
    }

    Line bold() {
      return new Line("<B>" + html + "</B>", size, width);
    }

    /** This line with a sign of another colour in front of it. */
    Line signed(String sign, String colour) {
      Line first = of(sign, size, colour).bold();
      return new Line(first.html + html, size, first.width + width);
    }

    private static String font(String html, double size, String colour) {
      // Graphviz takes a font without text for an error.
      String content = html.isEmpty() ? "&#160;" : html;
      String font = "<FONT POINT-SIZE=\"%.0f\" COLOR=\"%s\">%s</FONT>";
      return String.format(Locale.ROOT, font, size, colour, content);
    }
  }

  /**
   * The box of a step.
   *
   * @param before the locks that its thread held before
   */
  static StepBox of(Row row, List<Lock> before, LockPalette palette) {
    List<Line> lines = statement(row.statement());
    addLocks(lines, "+", row, minus(row.held(), before), palette);
    addLocks(lines, "-", row, minus(before, row.held()), palette);
    for (String change : row.changes()) {
      addDetail(lines, change, CHANGE);
    }
    Look look = row.violates() ? Look.VIOLATION : Look.STEP;
    return new StepBox(row.lane(), look, Integer.toString(row.step()), lines);
  }

  /** The box of a thread that gets no further. */
  static StepBox of(Wait wait) {
    List<Line> lines = statement(wait.statement());
    addDetail(lines, wait.reason(), FAULT);
    return new StepBox(wait.lane(), Look.WAIT, "", lines);
  }

  private static List<Line> statement(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : Text.wrap(text, MOST_COLUMNS)) {
      lines.add(Line.of(line, STATEMENT_SIZE, INK).bold());
    }
    return lines;
  }

  private static void addDetail(List<Line> lines, String text, String colour) {
    for (String line : Text.wrap(text, DETAIL_COLUMNS)) {
      lines.add(Line.of(line, DETAIL_SIZE, colour));
    }
  }

  /** Names the locks unless the statement does so already. */
  private static void addLocks(
      List<Line> lines, String sign, Row row, List<Lock> locks, LockPalette palette) {
    for (Lock lock : locks) {
      if (!row.statement().contains(lock.name())) {
        Line line = Line.of(" " + lock.name(), DETAIL_SIZE, INK);
        lines.add(line.signed(sign, palette.colour(lock.lockClass())));
      }
    }
  }

  private static List<Lock> minus(List<Lock> locks, List<Lock> others) {
    return locks.stream().filter(lock -> !others.contains(lock)).toList();
  }

  /** The width that the text asks for, in points. */
  double width() {
    double widest = lines.stream().mapToDouble(Line::width).max().orElse(0);
    return NUMBER_WIDTH + widest + 2 * PADDING;
  }

  /** The height that the text asks for, in points. */
  double height() {
    return 2 * PADDING + lines.stream().mapToDouble(line -> Text.height(1, line.size)).sum();
  }

  /** The text as an HTML-like label {@code width} points wide. */
  String html(double width) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.html).append("<BR ALIGN=\"LEFT\"/>");
    }
    String numberHtml = number.isEmpty() ? "" : Line.of(number, DETAIL_SIZE, NUMBER).bold().html;
    return String.format(
        Locale.ROOT,
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
            + "<TD WIDTH=\"%.0f\" ALIGN=\"LEFT\" VALIGN=\"TOP\">%s</TD>"
            + "<TD WIDTH=\"%.0f\" ALIGN=\"LEFT\" BALIGN=\"LEFT\">%s</TD></TR></TABLE>",
        NUMBER_WIDTH,
        numberHtml,
        width - NUMBER_WIDTH - 2 * PADDING,
        text);
  }
}
