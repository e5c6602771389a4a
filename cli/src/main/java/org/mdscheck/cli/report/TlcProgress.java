package org.mdscheck.cli.report;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.mdscheck.checker.result.Progress;

/** The progress line of TLC, which scripts look for; rates are those since the line before. */
final class TlcProgress implements ProgressLines {
  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final PrintWriter err;
  private final Clock clock;
  private Progress last;
  private Progress shown = new Progress(Progress.Phase.SEARCH, 0, 0, 0, 0, 0, 0);

  TlcProgress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public void progress(Progress progress) {
    if (progress.phase() != Progress.Phase.SEARCH) return;
    last = progress;
    if (progress.elapsedNanos() - shown.elapsedNanos() >= INTERVAL_NANOS) show();
  }

  @Override
  public void end() {
    if (last != null && last != shown) show();
  }

  private void show() {
    err.printf(
        Locale.ROOT,
        "Progress(%d) at %s: %,d states generated (%,d s/min), %,d distinct states found"
            + " (%,d ds/min), %,d states left on queue.%n",
        last.depth(),
        LocalDateTime.now(clock).format(TIME),
        last.generated(),
        perMinute(last.generated() - shown.generated()),
        last.distinct(),
        perMinute(last.distinct() - shown.distinct()),
        last.queued());
    err.flush();
    shown = last;
  }

  private long perMinute(long count) {
    final double minutes = (last.elapsedNanos() - shown.elapsedNanos()) / (double) INTERVAL_NANOS;
    return minutes <= 0 ? count : Math.round(count / minutes);
  }
}
