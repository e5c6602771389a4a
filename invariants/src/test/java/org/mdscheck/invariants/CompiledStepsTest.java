package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

/** Everything that is shipped, with every property. */
class CompiledStepsTest {

  @Test
  void areTheInterpretedOnes() {
    List<Spec> shipped =
        Variant.shipped().stream()
            .flatMap(v -> Scenario.shipped().stream().map(s -> spec(v, s)))
            .toList();
    assertTrue(shipped.size() >= 100, "only " + shipped.size());
    assertEquals(
        List.of(),
        shipped.parallelStream()
            .map(CompiledStepsTest::difference)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Spec spec(Variant variant, Scenario scenario) {
    CephModel model = CephModel.of(variant, scenario);
    return model.spec(Catalogue.of(model));
  }

  /** Near the initial state and far from it: a walk of 150 steps meets most functions. */
  private static Optional<String> difference(Spec spec) {
    return new SystemComparison(InterpretedSystem.of(spec), CompiledSystem.of(spec))
        .difference(200, 3, 150, 400);
  }
}
