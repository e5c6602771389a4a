package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mdscheck.checker.store.Level;
import org.mdscheck.checker.store.StateVisitor;

/**
 * The threads of one run. They visit the states of one level at a time, in slices that each worker
 * claims when it has finished the one before. What a worker does during a scan is visible to all of
 * them in the next one. Close it: then all threads have ended.
 */
final class Crew implements AutoCloseable {
  /** A level as small as this is not worth waking a thread for. */
  private static final int SMALL = 64;

  /**
   * How long a worker without work looks out for more before it sleeps: the time to close a level,
   * and less than it takes to wake a thread.
   */
  private static final long LOOK_OUT_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final int workers;
  private final boolean hasProcessors; // one for each worker
  private final List<Thread> threads = new ArrayList<>();
  private volatile Round round; // the last one begun; null before the first
  private volatile boolean closed;

  /**
   * @param workers number of threads; they are started when first needed
   */
  Crew(int workers) {
    this.workers = workers;
    hasProcessors = workers <= Runtime.getRuntime().availableProcessors();
  }

  int workers() {
    return workers;
  }

  /**
   * Makes a thing for each worker, one after the other, each in a thread of its own. So they lie
   * apart: what a worker writes at every step must not share a cache line with what another does.
   */
  <T> List<T> perWorker(Supplier<T> maker) {
    return Stream.generate(() -> madeApart(maker)).limit(workers).toList();
  }

  private static <T> T madeApart(Supplier<T> maker) {
    try {
      return CompletableFuture.supplyAsync(maker, task -> new Thread(task).start()).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) throw error;
      throw e;
    }
  }

  /**
   * Visits every state of a level, unless asked to stop.
   *
   * @param visitors one per worker
   * @return whether every state was visited; then no stop was asked for
   * @throws InterruptedException if this thread was interrupted; then the crew is of no more use
   */
  boolean scan(Level level, List<? extends StateVisitor> visitors, StopRequest stop, Clock clock)
      throws InterruptedException {
    if (Thread.interrupted()) throw new InterruptedException();
    clock.check();
    if (level.size() <= SMALL) scanHere(level, visitors.get(0), stop);
    else scanByAll(new Round(level, visitors, stop), clock);
    return !stop.isRequested();
  }

  private static void scanHere(Level level, StateVisitor visitor, StopRequest stop) {
    for (long slice = 0; slice < level.sliceCount() && !stop.isRequested(); slice++)
      level.visit(slice, visitor);
    visitor.finish();
  }

  private void scanByAll(Round next, Clock clock) throws InterruptedException {
    round = next;
    if (threads.isEmpty()) startThreads();
    else threads.forEach(LockSupport::unpark);
    clock.await(next.finished);
    if (next.failure() != null) {
      throw new IllegalStateException("a worker failed: " + next.failure(), next.failure());
    }
  }

  private void startThreads() {
    for (int i = 0; i < workers; i++) {
      final int worker = i;
      final Thread thread = new Thread(() -> work(worker), "mdscheck-worker");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** What a thread does. */
  private void work(int worker) {
    Round done = null;
    while (!closed) {
      final Round next = round;
      if (next == done) await(next);
      else {
        next.work(worker);
        done = next;
      }
    }
  }

  /** Waits until another round begins, or for no reason. */
  private void await(Round done) {
    if (hasProcessors) {
      final long start = System.nanoTime();
      while (round == done && !closed && System.nanoTime() - start < LOOK_OUT_NANOS)
        Thread.onSpinWait();
    }
    if (round == done && !closed) LockSupport.park(this);
  }

  /** Ends all threads and waits until they have ended, however long an interrupt asks to hurry. */
  @Override
  public void close() {
    closed = true;
    if (round != null) round.abandon();
    threads.forEach(LockSupport::unpark);
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
}
