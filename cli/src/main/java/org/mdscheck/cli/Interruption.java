package org.mdscheck.cli;

import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;

/**
 * Runs searches, and lets another thread end them early: the one that runs and all that follow. One
 * search runs at a time. Thread-safe.
 */
final class Interruption {
  private Search running;
  private boolean isRequested;

  /**
   * Runs a search.
   *
   * @throws Failure if this thread is interrupted
   */
  CheckResult run(Search search, ProgressListener listener) {
    begin(search);
    try {
      return search.run(listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INCOMPLETE, "interrupted before there was a result", e);
    } finally {
      end();
    }
  }

  /** Asks for an early end; what was found so far is still reported. */
  synchronized void request() {
    isRequested = true;
    if (running != null) running.cancel();
  }

  /** Whether an early end was asked for. */
  synchronized boolean isRequested() {
    return isRequested;
  }

  private synchronized void begin(Search search) {
    running = search;
    if (isRequested) search.cancel();
  }

  private synchronized void end() {
    running = null;
  }
}
