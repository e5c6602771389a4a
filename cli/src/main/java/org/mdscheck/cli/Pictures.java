package org.mdscheck.cli;

import guru.nidi.graphviz.model.MutableGraph;
import java.nio.file.Path;
import java.util.Locale;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.files.TextFile;
import org.mdscheck.traces.graphviz.GraphRenderer;

/** Files with pictures. */
final class Pictures {
  private Pictures() {}

  /**
   * Asked before long work.
   *
   * @throws Failure if the name of the file does not tell a format, or it cannot be written
   */
  static void requireWritable(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(dot|svg|png)"))
      throw Failure.usage(
          "cannot tell the format of picture " + file + ": let its name end in .dot, .svg or .png");
    new TextFile(file).requireWritable();
  }

  /** Draws with the {@code dot} of the PATH, or with the Graphviz inside if there is none. */
  static void write(MutableGraph graph, Path file, World world) {
    GraphRenderer.searching(world.variables().getOrDefault("PATH", "")).write(graph, file);
  }
}
