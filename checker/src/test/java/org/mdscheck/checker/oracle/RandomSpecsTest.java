package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Engine against reference checker on random small specs. Each build takes other seeds; {@code
 * -Dmdscheck.seed=N} takes those of an earlier one.
 */
class RandomSpecsTest {
  private static final int SPECS = 250;
  private static final int MAX_STATES = 3000;

  @Test
  void engineAgreesWithTheReferenceChecker() {
    long first = Long.getLong("mdscheck.seed", new Random().nextInt(1_000_000_000));
    System.out.println("random specs from -Dmdscheck.seed=" + first);
    int compared = 0;
    for (long seed = first; compared < SPECS; seed++) {
      assertTrue(seed < first + 3 * SPECS, "too few specs are small");
      if (agrees(RandomSpec.of(seed))) compared++;
    }
  }

  /** Whether the spec was small enough; fails with its seed when the two do not agree. */
  private static boolean agrees(RandomSpec random) {
    try {
      TransitionSystem system = InterpretedSystem.of(random.spec());
      Optional<ReferenceChecker> expected = ReferenceChecker.explore(system, MAX_STATES);
      if (expected.isPresent())
        compare(new Comparison(system, expected.get()), random.isSymmetric());
      return expected.isPresent();
    } catch (AssertionError | RuntimeException | InterruptedException e) {
      throw new AssertionError("-Dmdscheck.seed=" + random.seed() + ": " + e.getMessage(), e);
    }
  }

  private static void compare(Comparison comparison, boolean isSymmetric)
      throws InterruptedException {
    CheckResult one = comparison.check(1, false);
    comparison.assertAgrees(one);
    CheckResult two = comparison.check(2, false);
    assertEquals(one.properties(), two.properties());
    assertEquals(one.statistics(), two.statistics());
    assertEquals(one.error(), two.error());
    if (isSymmetric) comparison.assertAgreesUpToRenaming(comparison.check(2, true));
  }
}
