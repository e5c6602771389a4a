package org.mdscheck.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.result.Progress;

class TlcProgressTest {
  private final StringWriter err = new StringWriter();
  private final ProgressLines lines =
      ProgressLines.likeTlc(
          new PrintWriter(err), Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void printsOneLineAMinuteWithTheRatesSinceTheLast() {
    lines.progress(at(30, 1000, 500, 10));
    lines.progress(at(60, 873_806, 216_618, 113_242));
    lines.progress(at(90, 900_000, 220_000, 5));
    lines.progress(at(180, 893_806 + 200_000, 416_618, 0));
    lines.end();
    lines.end();
    assertEquals(
        """
        Progress(7) at 2026-11-22 10:00:00: 873,806 states generated (873,806 s/min), \
        216,618 distinct states found (216,618 ds/min), 113,242 states left on queue.
        Progress(7) at 2026-11-22 10:00:00: 1,093,806 states generated (110,000 s/min), \
        416,618 distinct states found (100,000 ds/min), 0 states left on queue.
        """,
        err.toString());
  }

  private static Progress at(int seconds, long generated, long distinct, long queued) {
    return new Progress(
        Progress.Phase.SEARCH,
        7,
        generated,
        distinct,
        queued,
        TimeUnit.SECONDS.toNanos(seconds),
        0);
  }
}
