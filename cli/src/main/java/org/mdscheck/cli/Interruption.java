package org.mdscheck.cli;

import java.util.HashSet;
import java.util.Set;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;

/**
 * Runs searches, and lets another thread end them early: those that run and all that follow.
 * Thread-safe.
 */
final class Interruption {
  private final Set<Search> running = new HashSet<>();
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
      end(search);
    }
  }

  /** Asks for an early end; what was found so far is still reported. */
  synchronized void request() {
    isRequested = true;
    running.forEach(Search::cancel);
  }

  /** Whether an early end was asked for. */
  synchronized boolean isRequested() {
    return isRequested;
  }

  private synchronized void begin(Search search) {
    running.add(search);
    if (isRequested) search.cancel();
  }

  private synchronized void end(Search search) {
    running.remove(search);
  }
}
