package org.mdscheck.cli;

import org.mdscheck.cli.report.Paint;
import picocli.CommandLine.Option;

/** The option that says whether verdicts are coloured. */
final class ColourOption {
  /** When to use colours. */
  enum When {
    ALWAYS,
    NEVER,
    AUTO
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "always|never|auto",
      arity = "0..1",
      fallbackValue = "ALWAYS",
      description = "colour the verdicts; auto (default): on a terminal unless NO_COLOR is set")
  private When when = When.AUTO;

  Paint paint(World world) {
    final boolean isWanted =
        switch (when) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> world.isOutTerminal() && !world.isSet("NO_COLOR");
        };
    return isWanted ? Paint.COLOURED : Paint.PLAIN;
  }
}
