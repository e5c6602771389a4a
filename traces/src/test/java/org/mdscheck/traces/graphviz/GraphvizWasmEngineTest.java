package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraphvizWasmEngineTest {
  private static final Duration AMPLE = Duration.ofMinutes(2);

  @Test
  void isTheGraphvizThatVizJsSaysItIs() {
    // lib/metadata.js of viz-js 3.29.0.
    assertEquals("15.1.1", new GraphvizWasmEngine(AMPLE).version());
  }

  @Test
  void drawsNodesAndEdges() throws Exception {
    SvgTexts svg = SvgTexts.of(draw("digraph { a -> b [label=\"from a to b\"] }", AMPLE));

    assertEquals("a", svg.lines("a").get(0));
    assertEquals("from a to b", svg.lines("a->b").get(0));
  }

  @Test
  void tellsBadDotInTheWordsOfGraphviz() {
    GraphvizException e =
        assertThrows(GraphvizException.class, () -> draw("digraph { a -> ; }", AMPLE));

    assertTrue(e.getMessage().contains("syntax error in line 1 near ';'"), e.getMessage());
  }

  @Test
  void refusesALabelThatGraphvizCannotRead() {
    assertThrows(GraphvizException.class, () -> draw("digraph { a [label=<<b>x</i>>] }", AMPLE));
  }

  @Test
  void keepsNoErrorForTheNextGraph() throws IOException {
    GraphvizWasmEngine engine = new GraphvizWasmEngine(AMPLE);
    assertThrows(GraphvizException.class, () -> draw(engine, "digraph {"));

    assertTrue(draw(engine, "digraph { a }").contains("</svg>"));
  }

  @Test
  void stopsAtTheDeadlineAndSaysWhatToDo() {
    GraphvizException e =
        assertThrows(
            GraphvizException.class, () -> draw(tangle(400, 1000), Duration.ofMillis(300)));

    assertTrue(e.getMessage().contains("install Graphviz"), e.getMessage());
    assertTrue(e.getMessage().contains(".dot"), e.getMessage());
  }

  @Test
  void drawsPathsThatNeedADeepStack() throws IOException {
    StringBuilder dot = new StringBuilder("digraph {");
    for (int i = 0; i < 3000; i++) {
      dot.append(" n").append(i).append(" -> n").append(i + 1).append(';');
    }

    assertTrue(draw(dot.append("}").toString(), AMPLE).contains("n2999"));
  }

  private static String tangle(int nodes, int edges) {
    StringBuilder dot = new StringBuilder("digraph {");
    for (int i = 0; i < edges; i++) {
      dot.append(" n").append(i * 7919 % nodes).append(" -> n").append(i * 6101 % (nodes - 1));
    }
    return dot.append(" }").toString();
  }

  private static String draw(String dot, Duration deadline) throws IOException {
    return draw(new GraphvizWasmEngine(deadline), dot);
  }

  private static String draw(GraphvizWasmEngine engine, String dot) throws IOException {
    return engine.execute(dot, Options.create().format(Format.SVG), Rasterizer.NONE).asString();
  }
}
