package org.mdscheck.checker.oracle;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.compile.Verdicts;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;

/** Passes on models whose verdicts others have published. */
class PassesOnPublishedTest {
  private static final int MAX_STATES = 2000;

  static Stream<Spec> small() {
    return PublishedCount.all().filter(p -> p.distinct() < MAX_STATES).map(PublishedCount::spec);
  }

  @ParameterizedTest
  @MethodSource("small")
  void keepVerdicts(Spec spec) throws InterruptedException {
    Verdicts whole = Verdicts.of(spec, Set.of(), MAX_STATES).orElseThrow();
    TransitionSystem system = InterpretedSystem.of(spec, Passes.of(Pass.values()));
    whole.assertKeptBy(system);
    whole.assertKeptWithSymmetryBy(system);
  }
}
