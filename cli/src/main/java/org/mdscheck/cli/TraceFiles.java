package org.mdscheck.cli;

import java.util.List;
import org.mdscheck.cli.report.CheckedModel;
import picocli.CommandLine.Option;

/** The option that says into which files counterexamples are written. */
final class TraceFiles {
  @Option(
      names = "--out",
      paramLabel = "FORMAT:FILE",
      description =
          "write the counterexample as text, json, dot, svg or png; with several, the name of the "
              + "property is put before the extension; repeatable")
  private List<String> files = List.of();

  void requireWritable() {}

  void write(CheckedModel checked, World world) {}
}
