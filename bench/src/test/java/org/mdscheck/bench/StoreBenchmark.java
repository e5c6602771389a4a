package org.mdscheck.bench;

import java.util.concurrent.TimeUnit;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.store.StateWriter;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A state added to the store: a new one, growth included, and one that is there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StoreBenchmark {
  private static final int STATES = 1 << 18;

  @Param({"kern", "lease"})
  public String model;

  private long[][] states;
  private StateLayout layout;
  private StateWriter empty;
  private StateWriter filled;

  @Setup
  public void sample() {
    final TransitionSystem system =
        InterpretedSystem.of(
            model.equals("kern")
                ? Measurement.spec("kern", 3, 1)
                : Measurement.spec("lease", 5, 3, 16));
    layout = system.layout();
    states = SampleStates.of(system, STATES);
    filled = newWriter();
    addAll(filled);
  }

  @Setup(Level.Invocation)
  public void empty() {
    empty = newWriter();
  }

  @Benchmark
  @OperationsPerInvocation(STATES)
  public long insert() {
    return addAll(empty);
  }

  @Benchmark
  @OperationsPerInvocation(STATES)
  public long hit() {
    return addAll(filled);
  }

  private StateWriter newWriter() {
    return new StateStore(layout.words(), layout.bits(), new MemoryBudget(Long.MAX_VALUE))
        .newWriter();
  }

  private long addAll(StateWriter writer) {
    for (int i = 0; i < STATES; i++) writer.add(states[i]);
    writer.flush();
    return writer.foundCount();
  }
}
