package org.mdscheck.bench;

import java.util.concurrent.TimeUnit;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.symmetry.ScalarsetSymmetry;
import org.mdscheck.checker.system.TransitionSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The canonical representative of one state: three ids without, five with queues that hold ids. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RepresentativeBenchmark {
  private static final int STATES = 1 << 14;

  @Param({"kern", "lease"})
  public String model;

  private Canonicaliser canonicaliser;
  private long[][] states;

  @Setup
  public void sample() {
    final TransitionSystem system =
        InterpretedSystem.of(
            model.equals("kern")
                ? Measurement.spec("kern", 3, 1)
                : Measurement.spec("lease", 5, 3, 16));
    canonicaliser = new ScalarsetSymmetry(system.layout()).newCanonicaliser();
    states = SampleStates.of(system, STATES);
  }

  @Benchmark
  @OperationsPerInvocation(STATES)
  public long representative() {
    long sum = 0;
    for (int i = 0; i < STATES; i++) sum += canonicaliser.representative(states[i])[0];
    return sum;
  }
}
