package org.mdscheck.checker.search;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.mdscheck.checker.store.Level;
import org.mdscheck.checker.store.StateVisitor;

/** One scan of a level by all workers of a crew. */
final class Round {
  /** Counted down by each worker when it has finished. */
  final CountDownLatch finished;

  private final Level level;
  private final List<? extends StateVisitor> visitors;
  private final StopRequest stop;
  private final AtomicLong claimed = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean abandoned;

  /**
   * @param visitors one per worker
   */
  Round(Level level, List<? extends StateVisitor> visitors, StopRequest stop) {
    this.level = level;
    this.visitors = visitors;
    this.stop = stop;
    finished = new CountDownLatch(visitors.size());
  }

  /** What one worker does: visits slice after slice until none is left or a stop is asked for. */
  void work(int worker) {
    try {
      final StateVisitor visitor = visitors.get(worker);
      final long slices = level.sliceCount();
      long slice = claimed.getAndIncrement();
      while (slice < slices && !stop.isRequested() && !abandoned) {
        level.visit(slice, visitor);
        visitor.pause();
        slice = claimed.getAndIncrement();
      }
      visitor.finish();
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
      abandoned = true;
    } finally {
      finished.countDown();
    }
  }

  /** Lets the workers end soon. */
  void abandon() {
    abandoned = true;
  }

  /** What a worker threw, or null. */
  Throwable failure() {
    return failure.get();
  }
}
