package org.mdscheck.bench;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All steps of one state of kern, by hand: what compiled steps are compared with. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepByHandBenchmark {
  private static final int STATES = 1 << 14;

  private final KernSteps steps = new KernSteps(3, 1);
  private final long[] states = new long[STATES];
  private final long[] out = new long[steps.mostSuccessors];

  /** Random walks from the start. */
  @Setup
  public void walk() {
    final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    long state = 0;
    for (int i = 0; i < STATES; i++) {
      states[i] = state;
      state = out[random.nextInt(steps.successors(state, out, 0))];
    }
  }

  @Benchmark
  @OperationsPerInvocation(STATES)
  public long successors() {
    long sum = 0;
    for (long state : states) {
      final int count = steps.successors(state, out, 0);
      for (int i = 0; i < count; i++) sum += out[i];
    }
    return sum;
  }
}
