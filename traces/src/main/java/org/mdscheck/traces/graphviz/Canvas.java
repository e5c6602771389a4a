package org.mdscheck.traces.graphviz;

import static guru.nidi.graphviz.model.Factory.mutGraph;
import static guru.nidi.graphviz.model.Factory.mutNode;

import guru.nidi.graphviz.attribute.Attributes;
import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import java.util.List;
import java.util.Locale;

/**
 * A graph whose nodes and edges stand at given places, in points, y downwards. Graphviz only draws
 * it.
 */
final class Canvas {
  private static final double POINTS_PER_INCH = 72;

  private final MutableGraph graph = mutGraph("trace").setDirected(true);

  Canvas() {
    graph.graphAttrs().add("layout", "nop2");
    graph.graphAttrs().add("outputorder", "nodesfirst");
    graph.graphAttrs().add("fontname", Text.FONT);
    graph.graphAttrs().add("pad", 0.15);
    graph.nodeAttrs().add("fontname", Text.FONT);
    graph.nodeAttrs().add("fixedsize", true);
    graph.nodeAttrs().add("margin", 0);
    graph.linkAttrs().add("fontname", Text.FONT);
  }

  MutableGraph graph() {
    return graph;
  }

  /** A place on the canvas. */
  record Box(double left, double top, double width, double height) {
    double right() {
      return left + width;
    }

    double bottom() {
      return top + height;
    }

    double middle() {
      return top + height / 2;
    }
  }

  /** Adds a filled rectangle without text. */
  void rectangle(String name, Box box, String fill) {
    add(name, box)
        .add("shape", "box")
        .add("style", "filled")
        .add("color", fill)
        .add("fillcolor", fill)
        .add(Label.of(""));
  }

  /** Adds lines of text, each beginning at the left of {@code box}. */
  void text(String name, Box box, List<String> lines, double size, String colour) {
    add(name, box)
        .add("shape", "none")
        .add("fontsize", size)
        .add("fontcolor", colour)
        .add(Label.of(Text.label(lines)));
  }

  /** Adds a filled rectangle with a line of text in its middle. */
  void header(String name, Box box, String text, double size, String fill) {
    add(name, box)
        .add("shape", "box")
        .add("style", "filled")
        .add("color", fill)
        .add("fillcolor", fill)
        .add("fontsize", size)
        .add("fontname", Text.BOLD_FONT)
        .add(Label.of(Text.escaped(text)));
  }

  /** Adds a box that tells what is wrong, each line beginning at its left. */
  void verdict(String name, Box box, List<String> lines, double size) {
    add(name, box)
        .add("shape", "box")
        .add("style", "filled")
        .add("color", StepBox.Look.VIOLATION.border)
        .add("fillcolor", StepBox.Look.VIOLATION.fill)
        .add("penwidth", StepBox.Look.VIOLATION.borderWidth)
        .add("fontsize", size)
        .add("fontname", Text.BOLD_FONT)
        .add("fontcolor", StepBox.Look.VIOLATION.border)
        .add("margin", "0.12,0")
        .add(Label.of(Text.label(lines)));
  }

  /** Adds the box of a step. */
  void step(String name, Box box, StepBox step) {
    add(name, box)
        .add("shape", "box")
        .add("style", "filled," + step.look().style)
        .add("color", step.look().border)
        .add("fillcolor", step.look().fill)
        .add("penwidth", step.look().borderWidth)
        .add(Label.html(step.html(box.width)));
  }

  /** Adds an arrow along {@code route} between two boxes that are there already. */
  void arrow(String from, String to, Route route, String colour) {
    graph.add(
        mutNode(from)
            .addLink(
                Factory.to(mutNode(to))
                    .with(Attributes.attr("pos", route.spline()))
                    .with(Attributes.attr("color", colour))
                    .with(Attributes.attr("arrowsize", 0.7))
                    .with(Attributes.attr("penwidth", 1.3))));
  }

  private MutableNode add(String name, Box box) {
    MutableNode node =
        mutNode(name)
            .add("pos", point(box.left + box.width / 2, box.middle()))
            .add("width", inches(box.width))
            .add("height", inches(box.height));
    graph.add(node);
    return node;
  }

  /** Writes a place the way Graphviz does, where y grows upwards. */
  static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y == 0 ? 0 : -y);
  }

  private static String inches(double points) {
    return String.format(Locale.ROOT, "%.4f", points / POINTS_PER_INCH);
  }
}
