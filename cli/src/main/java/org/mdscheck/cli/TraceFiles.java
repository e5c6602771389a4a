package org.mdscheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.files.TextFile;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.traces.TextTrace;
import org.mdscheck.traces.TraceFile;
import org.mdscheck.traces.TraceJson;
import org.mdscheck.traces.TraceLanes;
import org.mdscheck.traces.TraceStyle;
import picocli.CommandLine.Option;

/** The option that says into which files counterexamples are written. */
final class TraceFiles {
  /** What a file holds. */
  enum Format {
    TEXT,
    JSON,
    DOT,
    SVG,
    PNG;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean isPicture() {
      return ordinal() >= DOT.ordinal();
    }
  }

  /** A format and a file, as given. */
  private record Output(Format format, Path path) {
    static Output of(String text) {
      for (Format format : Format.values()) {
        final String prefix = format.word() + ":";
        if (text.startsWith(prefix) && text.length() > prefix.length()) {
          return new Output(format, Path.of(text.substring(prefix.length())));
        }
      }
      throw Failure.usage(
          "--out "
              + text
              + ": write it as FORMAT:FILE, where FORMAT is text, json, dot, svg or png");
    }

    /** The file for one of several properties: its name before the extension. */
    Path pathFor(String property) {
      final String name = path.getFileName().toString();
      final int dot = name.lastIndexOf('.');
      return path.resolveSibling(
          dot <= 0
              ? name + "." + property
              : name.substring(0, dot) + "." + property + name.substring(dot));
    }
  }

  @Option(
      names = "--out",
      paramLabel = "FORMAT:FILE",
      description =
          "write the counterexample as text, json, dot, svg or png; of several, each into a file "
              + "with the name of the property before the extension; repeatable")
  private List<String> given = List.of();

  /**
   * Asked before long work.
   *
   * @throws Failure if an output makes no sense, or cannot be written
   */
  void requireWritable() {
    for (Output output : outputs()) {
      new TextFile(output.path).requireWritable();
      if (output.format.isPicture()
          && !output.path.toString().toLowerCase(Locale.ROOT).endsWith("." + output.format.word()))
        throw Failure.usage(
            "--out: let the name of the picture "
                + output.path
                + " end in ."
                + output.format.word());
    }
  }

  private List<Output> outputs() {
    return given.stream().map(Output::of).toList();
  }

  /**
   * Writes each counterexample into the files asked for, and says so on standard error.
   *
   * @param results each with a trace
   */
  void write(CheckableModel model, List<PropertyResult> results, boolean isQuiet, World world) {
    final List<String> remarks = new ArrayList<>();
    for (Output output : outputs()) {
      for (PropertyResult result : results) {
        final Path path = results.size() == 1 ? output.path : output.pathFor(result.name());
        write(model, result, output.format, path, world);
        remarks.add("wrote " + path);
      }
      if (results.isEmpty()) remarks.add("no counterexample: " + output.path + " is not written");
    }
    if (!isQuiet) remarks.forEach(world.err()::println);
  }

  private static void write(
      CheckableModel model, PropertyResult result, Format format, Path path, World world) {
    switch (format) {
      case TEXT -> new TextFile(path).write(text(model, TraceStyle.DIFF, result, ""));
      case JSON -> new TextFile(path).write(json(model, result));
      case DOT, SVG, PNG ->
          Pictures.write(TraceLanes.picture(model.system(), result).graph(), path, world);
    }
  }

  /** A counterexample, or the run into a faulty model, as text. */
  static String text(
      CheckableModel model, TraceStyle style, PropertyResult result, String reproduce) {
    final TextTrace text = new TextTrace(model.system(), style);
    return result.verdict() == Verdict.ERROR
        ? text.of(new SpecError(result.clause(), result.trace()), reproduce)
        : text.of(result, reproduce);
  }

  private static String json(CheckableModel model, PropertyResult result) {
    return new TraceJson()
        .write(
            model.system(),
            new TraceFile(
                Version.line(),
                model.system().name(),
                TraceParameters.of(model.request()),
                result));
  }
}
