package org.mdscheck.cli.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.mdscheck.checker.result.Progress;

/** One line on a terminal, written again and again, gone at the end. */
final class OverwritingProgress implements ProgressLines {
  private final PrintWriter err;
  private int width;

  OverwritingProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void progress(Progress progress) {
    final String line = line(progress);
    err.print('\r' + Paragraph.padded(line, width));
    err.flush();
    width = line.length();
  }

  @Override
  public void end() {
    if (width == 0) return;
    err.print('\r' + " ".repeat(width) + '\r');
    err.flush();
    width = 0;
  }

  private static String line(Progress progress) {
    final long seconds = TimeUnit.NANOSECONDS.toSeconds(progress.elapsedNanos());
    final String time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    final String depth = "d " + progress.depth();
    if (progress.phase() != Progress.Phase.SEARCH) {
      return progress.phase().name().toLowerCase(Locale.ROOT) + "  " + depth + "  " + time;
    }
    return depth
        + "  "
        + progress.generated()
        + " gen  "
        + progress.distinct()
        + " distinct  "
        + progress.queued()
        + " queued  "
        + time;
  }
}
