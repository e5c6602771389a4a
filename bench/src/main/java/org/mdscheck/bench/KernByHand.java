package org.mdscheck.bench;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A breadth-first search written by hand for {@link Kern} alone: the mark that a search of any spec
 * is measured against. One table of words of a size given beforehand, states inserted by batches
 * whose cache misses overlap, counts and nothing else.
 */
public final class KernByHand {
  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int BATCH = 512;
  private static final int CHUNK = 1024;

  private final KernSteps steps;
  private final int workers;
  private final long[] table;
  private final int shift;
  private final CyclicBarrier levelEnd;
  private final AtomicInteger claimed = new AtomicInteger();
  private final long[][] frontier;
  private final int[] frontierSize;
  private final long[][] next;
  private final int[] nextSize;
  private final long[] distinct;
  private final long[] taken;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private int depth;

  private KernByHand(KernSteps steps, int workers, int tableBits) {
    this.steps = steps;
    this.workers = workers;
    table = new long[1 << tableBits];
    shift = Long.SIZE - tableBits;
    levelEnd = new CyclicBarrier(workers, this::swap);
    frontier = new long[workers][CHUNK];
    frontierSize = new int[workers];
    next = new long[workers][CHUNK];
    nextSize = new int[workers];
    distinct = new long[workers];
    taken = new long[workers];
  }

  /**
   * @param arguments the file to write, number of workers, log2 of the size of the table (at least
   *     twice the number of states), threads and restarts of the model
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    final int[] numbers = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    final long begun = System.nanoTime();
    final KernByHand search =
        new KernByHand(new KernSteps(numbers[2], numbers[3]), numbers[0], numbers[1]);
    search.run();
    final double seconds = (System.nanoTime() - begun) / 1e9;
    Files.writeString(Path.of(arguments[0]), search.report(seconds));
  }

  private void run() throws InterruptedException {
    add(0, 0);
    swap();
    depth = 0;
    final Thread[] threads = new Thread[workers];
    for (int i = 0; i < workers; i++) {
      final int worker = i;
      threads[i] = new Thread(() -> search(worker));
      threads[i].start();
    }
    for (Thread thread : threads) thread.join();
    if (failure.get() != null) throw new IllegalStateException(failure.get());
  }

  private void search(int worker) {
    try {
      final long[] batch = new long[BATCH + steps.mostSuccessors];
      while (hasFrontier()) {
        expandLevel(worker, batch);
        levelEnd.await(1, TimeUnit.MINUTES); // not for ever, should another worker have failed
      }
    } catch (Exception e) {
      failure.compareAndSet(null, e);
    }
  }

  private boolean hasFrontier() {
    for (int size : frontierSize) if (size > 0) return true;
    return false;
  }

  /** A chunk number stands for a chunk of the first worker's states, then of the second's. */
  private void expandLevel(int worker, long[] batch) {
    int part = 0;
    int before = 0;
    while (true) {
      final int chunk = claimed.getAndIncrement();
      while (part < workers && chunk - before >= chunks(part)) before += chunks(part++);
      if (part == workers) break;
      final int from = (chunk - before) * CHUNK;
      expand(worker, frontier[part], from, Math.min(from + CHUNK, frontierSize[part]), batch);
    }
  }

  private int chunks(int part) {
    return (frontierSize[part] + CHUNK - 1) / CHUNK;
  }

  private void expand(int worker, long[] states, int from, int to, long[] batch) {
    int filled = 0;
    for (int i = from; i < to; i++) {
      filled = steps.successors(states[i], batch, filled);
      if (filled >= BATCH) {
        insert(worker, batch, filled);
        filled = 0;
      }
    }
    insert(worker, batch, filled);
  }

  /** Touches every place first, so that the cache misses overlap. */
  private void insert(int worker, long[] batch, int count) {
    taken[worker] += count;
    long touched = 0;
    for (int i = 0; i < count; i++) touched |= table[home(batch[i])];
    if (touched == -1) throw new IllegalStateException("no state has all bits set");
    long[] found = next[worker];
    int size = nextSize[worker];
    if (size + count > found.length) {
      found = Arrays.copyOf(found, 2 * found.length + count);
      next[worker] = found;
    }
    for (int i = 0; i < count; i++) {
      found[size] = batch[i];
      if (isNew(batch[i])) size++;
    }
    distinct[worker] += size - nextSize[worker];
    nextSize[worker] = size;
  }

  private void add(int worker, long state) {
    insert(worker, new long[] {state}, 1);
    taken[worker]--;
  }

  /** An entry is a state plus one; zero is free. */
  private boolean isNew(long state) {
    final long entry = state + 1;
    final int mask = table.length - 1;
    for (int i = home(state); ; i = i + 1 & mask) {
      long there = table[i];
      if (there == 0) {
        there = (long) ENTRY.compareAndExchange(table, i, 0L, entry);
        if (there == 0) return true;
      }
      if (there == entry) return false;
    }
  }

  private int home(long state) {
    return (int) (state * 0x9E37_79B9_7F4A_7C15L >>> shift);
  }

  private void swap() {
    depth++;
    for (int i = 0; i < workers; i++) {
      final long[] expanded = frontier[i];
      frontier[i] = next[i];
      frontierSize[i] = nextSize[i];
      next[i] = expanded;
      nextSize[i] = 0;
    }
    claimed.set(0);
  }

  private String report(double seconds) {
    return String.format(
        Locale.ROOT,
        "distinct %d%nsteps %d%ndepth %d%nsearch-seconds %.3f%nstore-bytes %d%n",
        Arrays.stream(distinct).sum(),
        Arrays.stream(taken).sum(),
        depth - 1,
        seconds,
        (long) Long.BYTES * table.length);
  }
}
