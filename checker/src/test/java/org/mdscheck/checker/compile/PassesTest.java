package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Passes against none: random specs, random choices of properties. Each build takes other seeds;
 * {@code -DargLine=-Dmdscheck.seed=N} takes those of an earlier one.
 */
class PassesTest {
  private static final int SPECS = 40;

  private static final List<Set<Pass>> CHOICES =
      List.of(
          Set.of(Pass.DEAD_LOCALS),
          Set.of(Pass.MERGED_STEPS),
          Set.of(Pass.CONE),
          Set.of(Pass.values()));

  @Test
  void keepWhatASearchFindsOut() {
    long first = Long.getLong("mdscheck.seed", new Random().nextInt(1_000_000_000));
    System.out.println("passes from -DargLine=-Dmdscheck.seed=" + first);
    int compared = 0;
    for (long seed = first; compared < SPECS; seed++) {
      assertTrue(seed < first + 4 * SPECS, "too few specs are small");
      if (isKept(PassSpec.of(seed))) compared++;
    }
  }

  /** Whether the spec was small enough. */
  private static boolean isKept(PassSpec random) {
    try {
      Optional<Verdicts> whole = Verdicts.of(random.spec(), random.properties());
      if (whole.isEmpty()) return false;
      for (Set<Pass> choice : CHOICES) isKept(whole.get(), random, choice);
      return true;
    } catch (AssertionError | RuntimeException | InterruptedException e) {
      throw new AssertionError(
          "-DargLine=-Dmdscheck.seed=" + random.seed() + ": " + e.getMessage(), e);
    }
  }

  private static void isKept(Verdicts whole, PassSpec random, Set<Pass> choice)
      throws InterruptedException {
    Passes passes = new Passes(choice, random.properties());
    CheckResult found = whole.assertKeptBy(InterpretedSystem.of(random.spec(), passes));
    assertEquals(passes.names(), found.conditions().passes());
    if (!choice.contains(Pass.MERGED_STEPS)) whole.assertSameLengths(found);
    TransitionSystem system = CompiledSystem.of(random.spec(), passes);
    if (random.isSymmetric()) whole.assertKeptWithSymmetryBy(system);
    if (choice.size() == 1) return;
    whole.assertKeptWithPartialOrderBy(system);
    CheckResult compiled = Verdicts.search(system, random.properties());
    assertEquals(found.properties(), compiled.properties());
    assertEquals(found.statistics(), compiled.statistics());
  }

  @ParameterizedTest
  @CsvSource({"dead-locals, 5", "merged-steps, 3", "cone, 62"})
  void makeASpecSmaller(String name, long seed) throws InterruptedException {
    PassSpec random = PassSpec.of(seed);
    Passes passes = new Passes(Set.of(Pass.named(name)), random.properties());
    long states =
        Verdicts.of(random.spec(), random.properties())
            .orElseThrow()
            .whole()
            .statistics()
            .distinctStates();
    CheckResult found =
        Verdicts.search(InterpretedSystem.of(random.spec(), passes), random.properties());
    assertTrue(found.statistics().distinctStates() < states, "not less than " + states);
  }
}
