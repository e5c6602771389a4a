package org.mdscheck.traces.graphviz;

import static guru.nidi.graphviz.model.Factory.mutGraph;
import static guru.nidi.graphviz.model.Factory.mutNode;
import static guru.nidi.graphviz.model.Factory.to;

import guru.nidi.graphviz.attribute.Attributes;
import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph of named boxes and labelled arrows that Graphviz lays out, a title above, notes below.
 */
final class Diagram {
  private static final String INK = "#1A1A1A";
  private static final String LINE = "#5A5A5A";
  private static final String FAULT = "#B00020";
  private static final String START = "(start)";
  private static final double TITLE_SIZE = 13;
  private static final double NODE_SIZE = 12;
  private static final double LABEL_SIZE = 10;

  /** More lines than these beside an arrow are counted, not shown. */
  private static final int MOST_LINES = 8;

  private final MutableGraph graph;
  private final Map<String, MutableNode> nodes = new LinkedHashMap<>();

  Diagram(String name, String title) {
    graph = mutGraph(name).setDirected(true);
    graph.graphAttrs().add("fontname", Text.FONT);
    graph.graphAttrs().add("fontsize", TITLE_SIZE);
    graph.graphAttrs().add("labelloc", "t");
    graph.graphAttrs().add("labeljust", "l");
    graph.graphAttrs().add("label", Label.of(Text.label(List.of(title))));
    graph.graphAttrs().add("pad", 0.15);
    graph.graphAttrs().add("nodesep", 0.5);
    graph.graphAttrs().add("ranksep", 0.55);
    graph.nodeAttrs().add("fontname", Text.FONT);
    graph.nodeAttrs().add("fontsize", NODE_SIZE);
    graph.nodeAttrs().add("fontcolor", INK);
    graph.nodeAttrs().add("shape", "box");
    graph.nodeAttrs().add("margin", "0.15,0.08");
    graph.linkAttrs().add("fontname", Text.FONT);
    graph.linkAttrs().add("fontsize", LABEL_SIZE);
  }

  /** Adds a box with a coloured border. */
  void box(String name, String border) {
    add(name, boldLabel(name)).add("color", border).add("penwidth", 3);
  }

  /** Adds a box with round corners, pale if nothing leads there or away. */
  void state(String name, boolean isPale) {
    add(name, boldLabel(name))
        .add("style", "rounded,filled")
        .add("fillcolor", isPale ? "#FFFFFF" : "#F1F3F5")
        .add("color", isPale ? "#C4C4C4" : LINE)
        .add("fontcolor", isPale ? "#9A9A9A" : INK);
  }

  /** Adds an arrow from nowhere to where everything begins. */
  void start(String name) {
    add(START, Label.of("")).add("shape", "point").add("width", 0.12).add("color", LINE);
    nodes.get(START).addLink(to(mutNode(name)).with(Attributes.attr("color", LINE)));
  }

  /**
   * Adds an arrow between two boxes that are there already.
   *
   * @param lines what stands beside it
   * @param isFault true for a red one
   * @param isThick true for one that stands out
   */
  void arrow(String from, String to, List<String> lines, boolean isFault, boolean isThick) {
    nodes
        .get(from)
        .addLink(
            to(mutNode(to))
                .with(Label.of(Text.label(shortened(lines))))
                .with(Attributes.attr("color", isFault ? FAULT : LINE))
                .with(Attributes.attr("fontcolor", isFault ? FAULT : INK))
                .with(Attributes.attr("penwidth", isThick ? 3 : 1.4))
                .with(Attributes.attr("arrowsize", 0.8)));
  }

  /** Returns the graph, with {@code notes} below it. */
  MutableGraph graph(List<String> notes) {
    MutableGraph body = mutGraph("body").setDirected(true).setCluster(true);
    body.graphAttrs().add("pencolor", "none");
    body.graphAttrs().add("labelloc", "b");
    body.graphAttrs().add("labeljust", "l");
    body.graphAttrs().add("fontsize", LABEL_SIZE);
    body.graphAttrs().add("label", Label.of(Text.label(notes)));
    nodes.values().forEach(body::add);
    return graph.add(body);
  }

  private MutableNode add(String name, Label label) {
    MutableNode node = mutNode(name).add(label);
    nodes.put(name, node);
    return node;
  }

  /** Graphviz without fonts knows the width of Courier, but not of a bold font by its own name. */
  private static Label boldLabel(String text) {
    return Label.html("<B>" + Text.html(text) + "</B>");
  }

  /** A space in front of each line keeps it off the arrow. */
  private static List<String> shortened(List<String> lines) {
    List<String> result = new ArrayList<>();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      result.add(" " + line);
    }
    if (lines.size() > MOST_LINES) {
      result.add(" and " + (lines.size() - MOST_LINES) + " more");
    }
    return result;
  }
}
