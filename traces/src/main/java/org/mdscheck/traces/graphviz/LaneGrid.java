package org.mdscheck.traces.graphviz;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.traces.graphviz.Canvas.Box;
import org.mdscheck.traces.graphviz.LanePicture.Message;

/**
 * Where everything in a lane picture stands, in points, y downwards from the top of the lanes.
 *
 * <p>A lane is as wide as its widest box with the bars of its locks to the left of it. Between the
 * lanes are gutters, in which the arrows of messages run downwards, each on a track of its own. A
 * row that takes messages has a band for each above its box, where the arrow comes across.
 */
final class LaneGrid {
  static final double BAR_WIDTH = 5;
  static final double HEADER_HEIGHT = 22;
  static final double MESSAGE_SIZE = 9;

  private static final double BAR_PITCH = 8;
  private static final double LANE_PADDING = 6;
  private static final double GUTTER_WIDTH = 14;
  private static final double TRACK_PITCH = 7;
  private static final double ROW_GAP = 7;
  private static final double BAND_GAP = 5;
  private static final double TURN_PITCH = 9;
  private static final double LEAST_LANE_WIDTH = 120;
  private static final int LEAST_LABEL_COLUMNS = 12;

  /**
   * The way of a message.
   *
   * @param index its number among all messages
   * @param order its number among those of its row
   * @param gutter the gutter it runs down, gutter g being the one to the left of lane g
   * @param track its track in the gutter
   */
  record Way(int index, Message message, int toRow, int order, int gutter, int track) {}

  private final List<StepBox> steps;
  private final List<StepBox> waits;
  private final List<LockBar> bars;
  private final List<Way> ways;
  private final double[] gutterLeft;
  private final double[] laneLeft;
  private final double[] boxLeft;
  private final double[] boxWidth;
  private final double[] boxTop;
  private final double waitTop;
  private final double bottom;

  /**
   * @param steps the boxes of the rows
   * @param waits the boxes below the rows, beside each other
   */
  LaneGrid(LanePicture picture, List<StepBox> steps, List<StepBox> waits, List<LockBar> bars) {
    this.steps = steps;
    this.waits = waits;
    this.bars = bars;
    int lanes = picture.lanes().size();
    gutterLeft = new double[lanes + 1];
    laneLeft = new double[lanes];
    boxLeft = new double[lanes];
    boxWidth = new double[lanes];
    boxTop = new double[steps.size()];
    ways = ways(picture);
    placeLanes(picture.lanes());
    waitTop = placeRows();
    bottom = waitTop + (waits.isEmpty() ? 0 : tallestWait() + ROW_GAP);
  }

  List<Way> ways() {
    return ways;
  }

  /** True if a step or a wait stands in {@code lane}. */
  boolean isUsed(int lane) {
    return steps.stream().anyMatch(box -> box.lane() == lane)
        || waits.stream().anyMatch(box -> box.lane() == lane);
  }

  /** Where the first lane begins. */
  double left() {
    return gutterWidth(0);
  }

  /** Where the last lane ends. */
  double right() {
    return gutterLeft[gutterLeft.length - 1];
  }

  /** Where the lanes end. */
  double bottom() {
    return bottom;
  }

  /** The background of a lane. */
  Box lane(int lane) {
    double right = boxLeft[lane] + boxWidth[lane] + LANE_PADDING;
    return new Box(laneLeft[lane], 0, right - laneLeft[lane], bottom);
  }

  Box step(int row) {
    StepBox box = steps.get(row);
    return new Box(boxLeft[box.lane()], boxTop[row], boxWidth[box.lane()], box.height());
  }

  Box waiting(int index) {
    StepBox box = waits.get(index);
    return new Box(boxLeft[box.lane()], waitTop, boxWidth[box.lane()], box.height());
  }

  /** From the box of the row that takes the lock to that of the row that frees it. */
  Box bar(LockBar bar) {
    double left = boxLeft[bar.lane()] - (bar.slot() + 1) * BAR_PITCH;
    double top = boxTop[bar.fromRow()];
    double end = bar.toRow() == steps.size() ? bottom - ROW_GAP : step(bar.toRow()).middle();
    return new Box(left, top, BAR_WIDTH, end - top);
  }

  /** From the side of the sender, down its track, across above the receiver, into its top. */
  Route route(Way way) {
    Box from = step(way.message().fromRow());
    double track = gutterLeft[way.gutter()] + GUTTER_WIDTH / 2 + way.track() * TRACK_PITCH;
    double side = track > from.left() ? from.right() : from.left();
    double band = bandMiddle(way);
    double turn = turn(way);
    return new Route()
        .to(side, from.middle())
        .to(track, from.middle())
        .to(track, band)
        .to(turn, band)
        .to(turn, boxTop[way.toRow()]);
  }

  /** The room for a message's label, beside the place where its arrow turns into the box. */
  Box label(Way way) {
    List<String> lines = labelLines(way);
    int columns = lines.stream().mapToInt(Text::length).max().orElse(0);
    double width = Text.width(columns, MESSAGE_SIZE);
    double left = comesFromLeft(way) ? turn(way) + 5 : turn(way) - 5 - width;
    return new Box(left, bandMiddle(way) - 5, width, Text.height(lines.size(), MESSAGE_SIZE));
  }

  /** A label keeps clear of the places where the arrows of its row turn, on either side. */
  List<String> labelLines(Way way) {
    long arrows = ways.stream().filter(other -> other.toRow == way.toRow).count();
    double room = boxWidth[steps.get(way.toRow()).lane()] - 2 * (arrows + 1) * TURN_PITCH;
    int columns = (int) (room / Text.width(1, MESSAGE_SIZE));
    return Text.wrap(way.message().label(), Math.max(LEAST_LABEL_COLUMNS, columns));
  }

  private List<Way> ways(LanePicture picture) {
    List<Way> result = new ArrayList<>();
    for (int row = 0; row < steps.size(); row++) {
      List<Message> received = picture.rows().get(row).received();
      for (int order = 0; order < received.size(); order++) {
        Message message = received.get(order);
        int from = steps.get(message.fromRow()).lane();
        int gutter = steps.get(row).lane() < from ? from : from + 1;
        int track = freeTrack(result, gutter, message.fromRow(), row);
        result.add(new Way(result.size(), message, row, order, gutter, track));
      }
    }
    return result;
  }

  private static int freeTrack(List<Way> taken, int gutter, int fromRow, int toRow) {
    int track = 0;
    while (isTaken(taken, gutter, track, fromRow, toRow)) {
      track++;
    }
    return track;
  }

  private static boolean isTaken(List<Way> taken, int gutter, int track, int fromRow, int toRow) {
    return taken.stream()
        .filter(way -> way.gutter == gutter && way.track == track)
        .anyMatch(way -> way.message.fromRow() <= toRow && fromRow <= way.toRow);
  }

  private void placeLanes(List<String> names) {
    double x = 0;
    for (int lane = 0; lane < names.size(); lane++) {
      gutterLeft[lane] = x;
      x += gutterWidth(lane);
      laneLeft[lane] = x;
      if (isUsed(lane)) {
        boxLeft[lane] = x + LANE_PADDING + barSlots(lane) * BAR_PITCH;
        boxWidth[lane] = boxWidth(lane, names.get(lane));
        x = boxLeft[lane] + boxWidth[lane] + LANE_PADDING;
      }
    }
    gutterLeft[names.size()] = x;
  }

  private double boxWidth(int lane, String name) {
    double widest = Math.max(LEAST_LANE_WIDTH, Text.width(Text.length(name), 12));
    for (StepBox box : steps) {
      widest = box.lane() == lane ? Math.max(widest, box.width()) : widest;
    }
    for (StepBox box : waits) {
      widest = box.lane() == lane ? Math.max(widest, box.width()) : widest;
    }
    return widest;
  }

  private int barSlots(int lane) {
    return bars.stream()
        .filter(bar -> bar.lane() == lane)
        .mapToInt(bar -> bar.slot() + 1)
        .max()
        .orElse(0);
  }

  /** An unused lane leaves no room; a gutter without messages is narrow. */
  private double gutterWidth(int gutter) {
    int tracks =
        ways.stream()
            .filter(way -> way.gutter == gutter)
            .mapToInt(way -> way.track + 1)
            .max()
            .orElse(0);
    boolean needed = gutter < gutterLeft.length - 1 && isUsed(gutter);
    return needed || tracks > 0 ? GUTTER_WIDTH + Math.max(0, tracks - 1) * TRACK_PITCH : 0;
  }

  private double placeRows() {
    double y = HEADER_HEIGHT + ROW_GAP;
    for (int row = 0; row < steps.size(); row++) {
      for (Way way : ways) {
        y += way.toRow == row ? bandHeight(way) : 0;
      }
      boxTop[row] = y;
      y += steps.get(row).height() + ROW_GAP;
    }
    return y;
  }

  private double tallestWait() {
    return waits.stream().mapToDouble(StepBox::height).max().orElse(0);
  }

  private double bandHeight(Way way) {
    return Text.height(labelLines(way).size(), MESSAGE_SIZE) + BAND_GAP;
  }

  /** The height at which the arrow comes across, which is that of the first line of its label. */
  private double bandMiddle(Way way) {
    double y = boxTop[way.toRow()];
    for (Way other : ways) {
      y -= other.toRow == way.toRow && other.order >= way.order ? bandHeight(other) : 0;
    }
    return y + 5;
  }

  private double turn(Way way) {
    Box box = step(way.toRow());
    double inset = (way.order() + 1) * TURN_PITCH;
    return comesFromLeft(way) ? box.left() + inset : box.right() - inset;
  }

  private boolean comesFromLeft(Way way) {
    return way.gutter <= steps.get(way.toRow).lane();
  }
}
