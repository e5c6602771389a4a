package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.model.MutableGraph;
import java.util.ArrayList;
import java.util.List;
import org.mdscheck.traces.graphviz.Canvas.Box;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;

/** Puts a lane picture on a canvas: title and legend, lanes, bars, boxes, arrows, reason. */
final class LaneDrawing {
  private static final String INK = "#1A1A1A";
  private static final String LANE = "#F1F3F5";
  private static final String HEADER = "#D5DAE0";
  private static final String MESSAGE = "#0B57A4";
  private static final double TITLE_SIZE = 13;
  private static final double REASON_SIZE = 12;
  private static final double LEGEND_SIZE = 10;
  private static final double HEADER_SIZE = 12;

  /** A picture longer than this repeats the names of the threads at its foot. */
  private static final double LONG_LANE = 700;

  private final LanePicture picture;
  private final List<LockBar> bars;
  private final List<StepBox> steps;
  private final List<StepBox> waits;
  private final LaneGrid grid;
  private final Canvas canvas = new Canvas();

  LaneDrawing(LanePicture picture) {
    this.picture = picture;
    bars = LockBar.of(picture);
    steps = boxes(picture);
    waits = picture.waits().stream().map(StepBox::of).toList();
    grid = new LaneGrid(picture, steps, waits, bars);
  }

  private static List<StepBox> boxes(LanePicture picture) {
    List<StepBox> boxes = new ArrayList<>();
    List<List<Lock>> held = new ArrayList<>();
    picture.lanes().forEach(lane -> held.add(List.of()));
    for (Row row : picture.rows()) {
      boxes.add(StepBox.of(row, held.set(row.lane(), row.held()), picture.palette()));
    }
    return boxes;
  }

  MutableGraph graph() {
    addHeading();
    addLanes();
    addBars();
    for (int i = 0; i < steps.size(); i++) {
      canvas.step(stepName(i), grid.step(i), steps.get(i));
    }
    for (int i = 0; i < waits.size(); i++) {
      canvas.step("wait" + i, grid.waiting(i), waits.get(i));
    }
    addMessages();
    addReason();
    return canvas.graph();
  }

  private static String stepName(int row) {
    return "s" + row;
  }

  /** The legend stands above the lanes, the title above the legend. */
  private void addHeading() {
    double y = -22;
    if (!bars.isEmpty()) {
      addLegend(y);
      y -= 20;
    }
    List<String> title = wrapped(picture.title(), TITLE_SIZE);
    double height = Text.height(title.size(), TITLE_SIZE);
    canvas.text(
        "title", textBox(grid.left(), y - height + 10, title, TITLE_SIZE), title, TITLE_SIZE, INK);
  }

  private void addLegend(double y) {
    double x = grid.left();
    String heading = "lock held (+ taken, - freed):";
    x = addLegendText("legend", heading, x, y);
    List<String> classes = picture.palette().lockClasses();
    for (int i = 0; i < classes.size(); i++) {
      String lockClass = classes.get(i);
      if (bars.stream().anyMatch(bar -> bar.lock().lockClass().equals(lockClass))) {
        String colour = picture.palette().colour(lockClass);
        canvas.rectangle("legend_bar" + i, new Box(x, y + 1, LaneGrid.BAR_WIDTH, 12), colour);
        x = addLegendText("legend" + i, lockClass, x + LaneGrid.BAR_WIDTH + 5, y);
      }
    }
  }

  private double addLegendText(String name, String text, double x, double y) {
    Box box = textBox(x, y, List.of(text), LEGEND_SIZE);
    canvas.text(name, box, List.of(text), LEGEND_SIZE, INK);
    return box.right() + 14;
  }

  private void addLanes() {
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      if (!grid.isUsed(lane)) {
        continue;
      }
      Box box = grid.lane(lane);
      canvas.rectangle("lane" + lane, box, LANE);
      addLaneName("head" + lane, lane, 0);
      if (box.height() > LONG_LANE) {
        addLaneName("foot" + lane, lane, box.bottom());
      }
    }
  }

  private void addLaneName(String name, int lane, double top) {
    Box box = grid.lane(lane);
    String text = picture.lanes().get(lane);
    canvas.header(
        name,
        new Box(box.left(), top, box.width(), LaneGrid.HEADER_HEIGHT),
        text,
        HEADER_SIZE,
        HEADER);
  }

  private void addBars() {
    for (int i = 0; i < bars.size(); i++) {
      LockBar bar = bars.get(i);
      canvas.rectangle("bar" + i, grid.bar(bar), picture.palette().colour(bar.lock().lockClass()));
    }
  }

  private void addMessages() {
    for (LaneGrid.Way way : grid.ways()) {
      List<String> lines = grid.labelLines(way);
      canvas.text("m" + way.index(), grid.label(way), lines, LaneGrid.MESSAGE_SIZE, MESSAGE);
      canvas.arrow(
          stepName(way.message().fromRow()), stepName(way.toRow()), grid.route(way), MESSAGE);
    }
  }

  private void addReason() {
    if (picture.reason().isEmpty()) {
      return;
    }
    double top = grid.bottom() + LaneGrid.HEADER_HEIGHT + 14;
    List<String> lines = wrapped(picture.reason(), REASON_SIZE);
    double height = Text.height(lines.size(), REASON_SIZE) + 14;
    canvas.verdict(
        "reason",
        new Box(grid.left(), top, grid.right() - grid.left(), height),
        lines,
        REASON_SIZE);
  }

  private List<String> wrapped(String text, double size) {
    return Text.wrap(
        text, Math.max(40, (int) ((grid.right() - grid.left() - 24) / Text.width(1, size))));
  }

  /** A little more than the text needs, for engines that know the font and measure it. */
  private static Box textBox(double left, double top, List<String> lines, double size) {
    int columns = lines.stream().mapToInt(Text::length).max().orElse(0);
    return new Box(left, top, Text.width(columns, size) + 4, Text.height(lines.size(), size) + 4);
  }
}
