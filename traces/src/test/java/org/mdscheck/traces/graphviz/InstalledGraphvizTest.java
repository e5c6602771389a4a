package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guru.nidi.graphviz.model.MutableGraph;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code dot} of this machine, where there is one, against the built-in Graphviz. */
class InstalledGraphvizTest {
  @TempDir Path directory;

  private final String path = System.getenv().getOrDefault("PATH", "");

  @BeforeEach
  void needsDot() {
    assumeTrue(
        GraphvizProcessEngine.find(path, GraphRenderer.DEADLINE).isPresent(), "no dot installed");
  }

  static Stream<MutableGraph> pictures() {
    return Stream.of(
        SamplePictures.lanes().graph(),
        SamplePictures.lockOrder().graph(),
        SamplePictures.stateMachine().graph());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void bothDrawTheSameTexts(MutableGraph picture) throws Exception {
    String installed = GraphRenderer.searching(path).svg(picture);
    String builtIn = GraphRenderer.searching("").svg(picture);

    assertTrue(builtIn.contains("graphviz version 15.1.1"));
    assertEquals(sortedLines(builtIn), sortedLines(installed));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void drawsTheSameBytesEachTime(MutableGraph picture) {
    GraphRenderer renderer = GraphRenderer.searching(path);

    assertEquals(renderer.svg(picture), renderer.svg(picture));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void bothPaintAboutTheSameSize(MutableGraph picture) throws Exception {
    BufferedImage installed = paint(GraphRenderer.searching(path), picture);
    BufferedImage builtIn = paint(GraphRenderer.searching(""), picture);

    assertEquals(builtIn.getWidth(), installed.getWidth(), builtIn.getWidth() * 0.1);
    assertEquals(builtIn.getHeight(), installed.getHeight(), builtIn.getHeight() * 0.1);
  }

  private BufferedImage paint(GraphRenderer renderer, MutableGraph picture) throws Exception {
    Path file = directory.resolve("p.png");
    renderer.write(picture, file);
    return ImageIO.read(file.toFile());
  }

  private static List<String> sortedLines(String svg) throws Exception {
    return SvgTexts.of(svg).lines().stream().map(String::strip).sorted().toList();
  }
}
