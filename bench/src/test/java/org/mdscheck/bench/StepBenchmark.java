package org.mdscheck.bench;

import java.util.concurrent.TimeUnit;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Explorer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All steps of one state; the steps by hand for comparison. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepBenchmark implements Explorer.StepSink {
  private static final int STATES = 1 << 14;

  @Param({"compiled", "interpreted"})
  public String steps;

  @Param({"kern", "lease"})
  public String model;

  private Explorer explorer;
  private long[][] states;
  private long sum;

  @Setup
  public void sample() {
    final Spec spec =
        model.equals("kern") ? Measurement.spec("kern", 3, 1) : Measurement.spec("lease", 5, 3, 16);
    explorer =
        steps.equals("compiled")
            ? CompiledSystem.of(spec).newExplorer()
            : InterpretedSystem.of(spec).newExplorer();
    states = SampleStates.of(InterpretedSystem.of(spec), STATES);
  }

  @Benchmark
  @OperationsPerInvocation(STATES)
  public long successors() {
    for (int i = 0; i < STATES; i++) {
      explorer.load(states[i]);
      explorer.successors(this);
    }
    return sum;
  }

  @Override
  public void step(int action, long[] successor) {
    sum += successor[0];
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    throw new IllegalStateException("a check fails");
  }

  @Override
  public void error(int action, String message) {
    throw new IllegalStateException(message);
  }
}
