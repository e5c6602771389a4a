package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.oracle.tree.TreeRun;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Random small specs: the engine against the reference checker, and the compiler against the
 * interpreter and that against a walk over the tree. Each build takes other seeds; {@code
 * -DargLine=-Dmdscheck.seed=N} takes those of an earlier one.
 */
class RandomSpecsTest {
  private static final int SPECS = 250;
  private static final int MAX_STATES = 2000;

  /** A walk over the tree is slow. */
  private static final int MAX_WALKED = 300;

  @Test
  void allThatCheckASpecAgree() {
    long first = Long.getLong("mdscheck.seed", new Random().nextInt(1_000_000_000));
    System.out.println("random specs from -DargLine=-Dmdscheck.seed=" + first);
    int compared = 0;
    for (long seed = first; compared < SPECS; seed++) {
      assertTrue(seed < first + 3 * SPECS, "too few specs are small");
      if (agrees(RandomSpec.of(seed))) compared++;
    }
  }

  /** Whether the spec was small enough; fails with its seed when the two do not agree. */
  private static boolean agrees(RandomSpec random) {
    try {
      TransitionSystem system = CompiledSystem.of(random.spec());
      Optional<ReferenceChecker> expected =
          ReferenceChecker.explore(ComparedSystem.of(random.spec()), MAX_STATES);
      if (expected.isEmpty()) return false;
      Comparison comparison = new Comparison(system, expected.get());
      if (expected.get().distinct() <= MAX_WALKED)
        comparison.assertMeans(TreeRun.explore(random.spec()));
      compare(comparison, random.isSymmetric());
      return true;
    } catch (AssertionError | RuntimeException | InterruptedException e) {
      throw new AssertionError(
          "-DargLine=-Dmdscheck.seed=" + random.seed() + ": " + e.getMessage(), e);
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
