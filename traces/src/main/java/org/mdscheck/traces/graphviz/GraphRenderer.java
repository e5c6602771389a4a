package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.engine.Engine;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes graphs as DOT, SVG and PNG. The same graph gives the same bytes each time. Thread-safe.
 *
 * <p>Layout is done by {@code dot} where there is one, otherwise by Graphviz inside this JVM; PNG
 * is painted from the SVG in both cases.
 */
public final class GraphRenderer {
  /** How long the layout of one graph may take unless said otherwise. */
  public static final Duration DEADLINE = Duration.ofSeconds(60);

  private final GraphvizEngine engine;

  private GraphRenderer(GraphvizEngine engine) {
    this.engine = engine;
  }

  /**
   * Returns a renderer that uses the first {@code dot} in {@code searchPath} that answers, or else
   * the built-in Graphviz.
   *
   * @param searchPath directories as in the environment variable PATH; empty for the built-in one
   */
  public static GraphRenderer searching(String searchPath) {
    return GraphvizProcessEngine.find(searchPath, DEADLINE)
        .map(GraphRenderer::new)
        .orElseGet(() -> builtIn(DEADLINE));
  }

  /** Returns a renderer that uses the built-in Graphviz, with {@code deadline} for each layout. */
  static GraphRenderer builtIn(Duration deadline) {
    return new GraphRenderer(new GraphvizWasmEngine(deadline));
  }

  /** Returns {@code graph} in Graphviz's language. */
  public String dot(MutableGraph graph) {
    return new Serializer().notValidating().serialize(graph) + "\n";
  }

  /**
   * Returns {@code graph}, laid out, as SVG.
   *
   * @throws PictureException if Graphviz refuses the graph, or the deadline has passed
   */
  public String svg(MutableGraph graph) {
    Options options = Options.create().engine(Engine.DOT).format(Format.SVG);
    try {
      return engine.execute(dot(graph), options, Rasterizer.NONE).asString();
    } catch (GraphvizException e) {
      throw new PictureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Not with an engine that answers with a string.
    }
  }

  /**
   * Writes {@code graph} to {@code file}, which is replaced as a whole or left as it was.
   *
   * @param file its extension, .dot, .svg or .png, tells the format
   * @throws IllegalArgumentException if the extension is none of these
   * @throws PictureException if the graph cannot be drawn or the file cannot be written
   */
  public void write(MutableGraph graph, Path file) {
    byte[] content;
    PictureFormat format = PictureFormat.of(file);
    try {
      content =
          switch (format) {
            case DOT -> dot(graph).getBytes(StandardCharsets.UTF_8);
            case SVG -> svg(graph).getBytes(StandardCharsets.UTF_8);
            case PNG -> PngPainter.paint(svg(graph));
          };
    } catch (PictureException e) {
      throw new PictureException("cannot draw " + file + ": " + e.getMessage(), e);
    }
    WholeFile.write(file, content);
  }
}
