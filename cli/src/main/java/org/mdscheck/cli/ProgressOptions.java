package org.mdscheck.cli;

import org.mdscheck.cli.report.ProgressLines;
import picocli.CommandLine.Option;

/** The options that say what is shown while a search runs, and in which colours. */
final class ProgressOptions {
  /** How progress is shown. */
  enum Style {
    AUTO,
    TLC,
    OFF
  }

  @Option(
      names = "--progress",
      paramLabel = "auto|tlc|off",
      description = "on standard error: one line on a terminal (auto), TLC's lines, or nothing")
  private Style style = Style.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "print nothing but errors: the exit status tells")
  private boolean isQuiet;

  /** Whether nothing is to be printed. */
  boolean isQuiet() {
    return isQuiet;
  }

  /** What listens to a search. */
  ProgressLines lines(World world) {
    if (isQuiet || style == Style.OFF) return ProgressLines.none();
    if (style == Style.TLC) return ProgressLines.likeTlc(world.err(), world.clock());
    return world.isErrTerminal() ? ProgressLines.overwriting(world.err()) : ProgressLines.none();
  }

  /** Whether to say at the end how long it took. */
  boolean tellsEffort() {
    return !isQuiet && style != Style.OFF;
  }
}
