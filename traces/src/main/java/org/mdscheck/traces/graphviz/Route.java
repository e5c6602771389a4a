package org.mdscheck.traces.graphviz;

import java.util.ArrayList;
import java.util.List;

/** The way of an arrow from corner to corner, the corners rounded. */
final class Route {
  private static final double CORNER_RADIUS = 5;
  private static final double ARROWHEAD_LENGTH = 7;

  private final List<Point> corners = new ArrayList<>();

  private record Point(double x, double y) {
    /** The point {@code distance} from here on the way to {@code other}. */
    Point towards(Point other, double distance) {
      double length = Math.hypot(other.x - x, other.y - y);
      double part = length == 0 ? 0 : distance / length;
      return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    double distance(Point other) {
      return Math.hypot(other.x - x, other.y - y);
    }

    String text() {
      return Canvas.point(x, y);
    }
  }

  /** Goes straight on to a point. The first call tells where the route begins. */
  Route to(double x, double y) {
    corners.add(new Point(x, y));
    return this;
  }

  /** The route as the position of an edge: its end point, then cubic curves. */
  String spline() {
    int last = corners.size() - 1;
    Point tip = corners.get(last);
    Point here = corners.get(0);
    StringBuilder spline = new StringBuilder("e," + tip.text() + " " + here.text());
    for (int i = 1; i < last; i++) {
      Point corner = corners.get(i);
      Point next = corners.get(i + 1);
      double radius =
          Math.min(
              CORNER_RADIUS,
              Math.min(corner.distance(corners.get(i - 1)), corner.distance(next)) / 2);
      Point enter = corner.towards(here, radius);
      Point leave = corner.towards(next, radius);
      straight(spline, here, enter);
      curve(spline, enter.towards(corner, radius / 2), leave.towards(corner, radius / 2), leave);
      here = leave;
    }
    straight(spline, here, tip.towards(here, ARROWHEAD_LENGTH));
    return spline.toString();
  }

  private static void straight(StringBuilder spline, Point from, Point to) {
    double length = from.distance(to);
    curve(spline, from.towards(to, length / 3), from.towards(to, 2 * length / 3), to);
  }

  private static void curve(StringBuilder spline, Point first, Point second, Point end) {
    spline.append(' ').append(first.text());
    spline.append(' ').append(second.text());
    spline.append(' ').append(end.text());
  }
}
