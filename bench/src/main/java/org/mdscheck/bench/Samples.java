package org.mdscheck.bench;

import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.result.ProgressListener;

/**
 * How a search went on: a line "seconds distinct bytes" for every hundredth of a second or more.
 */
final class Samples implements ProgressListener {
  private static final long EVERY_NANOS = 10_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final StringBuilder lines = new StringBuilder();
  private long lastNanos = -EVERY_NANOS;

  @Override
  public void progress(Progress progress) {
    if (progress.phase() != Progress.Phase.SEARCH
        || progress.elapsedNanos() - lastNanos < EVERY_NANOS) return;
    lastNanos = progress.elapsedNanos();
    lines
        .append(progress.elapsedNanos() / NANOS_PER_SECOND)
        .append(' ')
        .append(progress.distinct())
        .append(' ')
        .append(progress.storeBytes())
        .append('\n');
  }

  String lines() {
    return lines.toString();
  }
}
