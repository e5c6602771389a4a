package org.mdscheck.checker.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.store.MemoryBudget;

/**
 * The time of one run: its limit, and the moments at which its listener is told. Used by the thread
 * that runs it.
 */
final class Clock {
  private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Published by the workers about every millisecond. */
  final LongAdder generated = new LongAdder();

  final LongAdder distinct = new LongAdder();
  final LongAdder expanded = new LongAdder();

  private final long startNanos = System.nanoTime();
  private final long limitNanos;
  private final StopRequest stop;
  private final ProgressListener listener;
  private final MemoryBudget budget;
  private Progress.Phase phase = Progress.Phase.SEARCH;
  private int depth;

  /**
   * @param limit null if there is none
   */
  Clock(Duration limit, StopRequest stop, ProgressListener listener, MemoryBudget budget) {
    this.limitNanos = limit == null ? Long.MAX_VALUE : nanos(limit);
    this.stop = stop;
    this.listener = listener;
    this.budget = budget;
  }

  void enter(Progress.Phase newPhase, int newDepth) {
    phase = newPhase;
    depth = newDepth;
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /** Asks for a stop if the time is over. */
  void check() {
    if (elapsedNanos() >= limitNanos) stop.request(Limit.Kind.TIME);
  }

  /** Waits for the workers, watching the time and telling the listener. */
  void await(CountDownLatch finished) throws InterruptedException {
    long wait = nextWait();
    while (!finished.await(wait, TimeUnit.NANOSECONDS)) {
      check();
      if (wait == TELL_EVERY_NANOS) tell();
      wait = nextWait();
    }
  }

  void tell() {
    final long found = distinct.sum();
    listener.progress(
        new Progress(
            phase,
            depth,
            generated.sum(),
            found,
            Math.max(0, found - expanded.sum()),
            elapsedNanos(),
            budget.usedBytes()));
  }

  private long nextWait() {
    final long remaining = limitNanos - elapsedNanos();
    return remaining <= 0 ? TELL_EVERY_NANOS : Math.min(TELL_EVERY_NANOS, remaining);
  }

  private static long nanos(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException centuries) {
      return Long.MAX_VALUE;
    }
  }
}
