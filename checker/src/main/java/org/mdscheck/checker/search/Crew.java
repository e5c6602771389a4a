package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.mdscheck.checker.store.StateStore;

/**
 * The threads of one run. They visit the states of one level at a time, in chunks that each worker
 * claims when it has finished the one before. What a worker does during a scan is visible to all of
 * them in the next one. Close it: then all threads have ended.
 */
final class Crew implements AutoCloseable {
  /**
   * Some milliseconds of work, so that a stop is soon noticed. A level as small as this is not
   * worth waking a thread for.
   */
  private static final int CHUNK = 64;

  private final int workers;
  private final ExecutorService pool;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean abandoned;

  /**
   * @param workers number of threads; they are started when first needed
   */
  Crew(int workers) {
    this.workers = workers;
    pool = Executors.newFixedThreadPool(workers, this::newThread);
  }

  int workers() {
    return workers;
  }

  /**
   * Visits every state of a level, unless asked to stop.
   *
   * @param visitors one per worker
   * @return whether every state was visited; then no stop was asked for
   * @throws InterruptedException if this thread was interrupted; then the crew is of no more use
   */
  boolean scan(
      Level level,
      StateStore store,
      List<? extends StateVisitor> visitors,
      StopRequest stop,
      Clock clock)
      throws InterruptedException {
    if (Thread.interrupted()) throw new InterruptedException();
    clock.check();
    if (level.size() <= CHUNK) {
      if (!stop.isRequested()) level.visit(store, 0, level.size(), visitors.get(0));
      visitors.get(0).pause();
      return !stop.isRequested();
    }
    final AtomicLong claimed = new AtomicLong();
    runAll(
        worker -> {
          final StateVisitor visitor = visitors.get(worker);
          long from = claimed.getAndAdd(CHUNK);
          while (from < level.size() && !stop.isRequested() && !abandoned) {
            level.visit(store, from, Math.min(from + CHUNK, level.size()), visitor);
            visitor.pause();
            from = claimed.getAndAdd(CHUNK);
          }
        },
        clock);
    return !stop.isRequested();
  }

  private void runAll(Job job, Clock clock) throws InterruptedException {
    final CountDownLatch finished = new CountDownLatch(workers);
    final AtomicReference<Throwable> failure = new AtomicReference<>();
    for (int i = 0; i < workers; i++) {
      final int worker = i;
      pool.execute(
          () -> {
            try {
              job.run(worker);
            } catch (Throwable thrown) {
              failure.compareAndSet(null, thrown);
              abandoned = true;
            } finally {
              finished.countDown();
            }
          });
    }
    clock.await(finished);
    if (failure.get() != null) {
      throw new IllegalStateException("a worker failed: " + failure.get(), failure.get());
    }
  }

  /** Ends all threads and waits until they have ended, however long an interrupt asks to hurry. */
  @Override
  public void close() {
    abandoned = true;
    pool.shutdown();
    boolean interrupted = false;
    for (Thread thread : threads) interrupted |= joinUninterruptibly(thread);
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** Returns whether it was interrupted meanwhile. */
  private static boolean joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  /** The pool calls it in the thread that runs the crew. */
  private Thread newThread(Runnable work) {
    final Thread thread = new Thread(work, "mdscheck-worker");
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private interface Job {
    void run(int worker);
  }
}
