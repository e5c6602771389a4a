package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mdscheck.checker.store.StateHash;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;

/**
 * One worker's part of drawing a sample from the store: the states whose hash says so, whichever
 * the order of the store.
 */
final class Sample implements StateVisitor {
  private static final long SIZE = 1000;

  private final StateReader reader;
  private final long stride;
  private final long[] state;
  private final List<long[]> drawn = new ArrayList<>();

  private Sample(Run run, long stride) {
    reader = run.store.newReader();
    this.stride = stride;
    state = new long[run.words];
  }

  /**
   * About as many states as wanted, spread over all levels, in ascending order; the same in every
   * run.
   */
  static List<long[]> of(Run run) throws InterruptedException {
    if (run.levels.count() == 0) return List.of();
    final long states = run.levels.total();
    final List<Sample> parts =
        run.crew.perWorker(() -> new Sample(run, Math.max(1, states / SIZE)));
    run.crew.scan(run.levels.all(), parts, new StopRequest(), run.clock);
    return parts.stream().flatMap(p -> p.drawn.stream()).sorted(Arrays::compareUnsigned).toList();
  }

  @Override
  public void visit(long index) {
    reader.read(index, state);
    if (Long.remainderUnsigned(StateHash.of(state), stride) == 0) drawn.add(state.clone());
  }
}
