package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.oracle.wild.WildSpec;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;

/** Steps and predicates in many small methods against the interpreter. */
class CutMethodsTest {
  private static final int SPECS = 60;

  @Test
  void stepsInPartsAreTheInterpretedOnes() {
    int compared = 0;
    for (long seed = 1; seed <= SPECS; seed++) {
      Spec spec = WildSpec.of(seed).spec();
      try {
        InterpretedSystem interpreted = InterpretedSystem.of(spec);
        CompiledSystem cut = CompiledSystem.inSmallMethods(spec, 200);
        assertEquals(
            Optional.empty(),
            new SystemComparison(interpreted, cut).difference(50, 0, 0, 500),
            "seed " + seed);
        compared++;
      } catch (SpecException refused) {
        continue; // a spec that cannot be built, or has more constants than a class may
      }
    }
    assertTrue(compared > SPECS / 2, compared + " specs were compared");
  }
}
