package org.mdscheck.cli.report;

import java.io.PrintWriter;
import java.time.Clock;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.result.ProgressListener;

/** Shows on standard error how far a search is, until {@link #end} is called. */
public interface ProgressLines extends ProgressListener {
  /** The search has ended. */
  void end();

  /** Shows nothing. */
  static ProgressLines none() {
    return new ProgressLines() {
      @Override
      public void progress(Progress progress) {}

      @Override
      public void end() {}
    };
  }

  /** One line that is written again and again; for a terminal. */
  static ProgressLines overwriting(PrintWriter err) {
    return new OverwritingProgress(err);
  }

  /** The lines of TLC, at most one a minute and one at the end. */
  static ProgressLines likeTlc(PrintWriter err, Clock clock) {
    return new TlcProgress(err, clock);
  }
}
