package org.mdscheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.spec.Spec;

/** What is measured is the model that was written. */
class CompiledModelsTest {
  static Stream<Spec> models() {
    return Stream.of(Kern.spec(3, 1), Philosophers.spec(12), Lease.spec(4, 4, 2));
  }

  @ParameterizedTest
  @MethodSource("models")
  void compiledStepsAreTheInterpretedOnes(Spec spec) {
    assertEquals(
        Optional.empty(),
        new SystemComparison(InterpretedSystem.of(spec), CompiledSystem.of(spec))
            .difference(2000, 10, 300, 2000));
  }
}
