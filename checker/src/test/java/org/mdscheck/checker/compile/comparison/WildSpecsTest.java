package org.mdscheck.checker.compile.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.oracle.wild.Kinds;
import org.mdscheck.checker.oracle.wild.WildSpec;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;

/**
 * Compiled steps against interpreted ones on random specs of anything, every third made smaller by
 * all passes before. Each build takes other seeds; {@code -DargLine=-Dmdscheck.seed=N} takes those
 * of an earlier one.
 */
class WildSpecsTest {
  private static final int SPECS = 1000;
  private static final int MAX_STATES = 40;

  private final Kinds kinds = new Kinds();
  private final Outcomes outcomes = new Outcomes();

  @Test
  void compiledStepsAreTheInterpretedOnes() {
    long first = Long.getLong("mdscheck.seed", new Random().nextInt(1_000_000_000));
    System.out.println("wild specs from -DargLine=-Dmdscheck.seed=" + first);
    List<String> differences =
        LongStream.range(first, first + SPECS)
            .parallel()
            .mapToObj(this::difference)
            .flatMap(Optional::stream)
            .toList();
    assertEquals(List.of(), differences);
    assertEquals(List.of(), missing());
    assertEquals(List.of(), outcomes.rarerThan(3));
  }

  /** The kinds of things that hardly occurred. */
  private List<String> missing() {
    Map<String, Integer> counts = kinds.counts();
    List<String> missing = new ArrayList<>();
    for (String kind : Kinds.all()) {
      if (counts.getOrDefault(kind, 0) < 5) missing.add(kind + ": " + counts.get(kind));
    }
    return missing;
  }

  private Optional<String> difference(long seed) {
    try {
      Spec spec = WildSpec.of(seed).spec();
      synchronized (kinds) {
        kinds.add(spec);
      }
      Passes passes = seed % 3 == 0 ? Passes.of(Pass.values()) : Passes.none();
      return difference(spec, passes).map(text -> "seed " + seed + ": " + text);
    } catch (RuntimeException | LinkageError e) {
      throw new AssertionError("-DargLine=-Dmdscheck.seed=" + seed + ": " + e, e);
    }
  }

  private Optional<String> difference(Spec spec, Passes passes) {
    InterpretedSystem interpreted;
    try {
      interpreted = InterpretedSystem.of(spec, passes);
    } catch (SpecException e) {
      return refusedAs(e.getMessage(), spec);
    }
    return new SystemComparison(interpreted, CompiledSystem.of(spec, passes), outcomes::add)
        .difference(MAX_STATES, 2, 30, 40);
  }

  private static Optional<String> refusedAs(String message, Spec spec) {
    try {
      CompiledSystem.of(spec);
      return Optional.of("not refused by the compiler: " + message);
    } catch (SpecException e) {
      return e.getMessage().equals(message)
          ? Optional.empty()
          : Optional.of("refused as " + e.getMessage() + ", expected " + message);
    }
  }
}
