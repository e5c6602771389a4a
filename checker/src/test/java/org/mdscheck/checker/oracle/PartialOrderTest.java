package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.oracle.random.SharingSpec;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What partial order must not change. Each build takes other seeds; {@code
 * -DargLine=-Dmdscheck.seed=N} takes those of an earlier one.
 */
class PartialOrderTest {
  private static final int SPECS = 150;
  private static final int MAX_STATES = 3000;

  @Test
  void randomSpecsThatShareLittleAreTheSameWithFewerStates() {
    int reduced = reduced(SharingSpec::of, spec -> InterpretedSystem.of(spec.spec()));
    assertTrue(reduced > SPECS / 3, "too little was left out");
  }

  @Test
  void compiledRandomSpecsMadeSmallerByPassesAreTheSame() {
    reduced(SharingSpec::of, PartialOrderTest::smaller);
  }

  private static TransitionSystem smaller(SharingSpec spec) {
    return CompiledSystem.of(
        spec.spec(), Passes.of(Pass.DEAD_LOCALS).forProperties(spec.selected()));
  }

  @Test
  void randomSpecsOfEveryKindAreTheSame() {
    reduced(
        seed -> {
          RandomSpec random = RandomSpec.of(seed);
          return new SharingSpec(
              random.spec(), random.isSymmetric(), safety(random.spec().properties()));
        },
        spec -> InterpretedSystem.of(spec.spec()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.mdscheck.checker.oracle.ClassicVerdictsTest#small")
  void classicsAreTheSame(PublishedCount model) throws InterruptedException {
    TransitionSystem system = InterpretedSystem.of(model.spec());
    Set<String> selected = safety(model.spec().properties());
    Reduced.of(system, selected, false, Long.MAX_VALUE).assertPreserved();
    Reduced.of(system, selected, true, Long.MAX_VALUE).assertPreserved();
  }

  /** Compares many; returns how many of them were searched with fewer states. */
  private static int reduced(
      LongFunction<SharingSpec> specs, Function<SharingSpec, TransitionSystem> form) {
    long first = Long.getLong("mdscheck.seed", new Random().nextInt(1_000_000_000));
    System.out.println("partial order from -DargLine=-Dmdscheck.seed=" + first);
    int compared = 0;
    int reduced = 0;
    for (long seed = first; compared < SPECS; seed++) {
      assertTrue(seed < first + 10 * SPECS, "too few specs are small");
      try {
        SharingSpec spec = specs.apply(seed);
        TransitionSystem system = form.apply(spec);
        Reduced alone = Reduced.of(system, spec.selected(), false, MAX_STATES);
        if (!alone.isComplete()) continue;
        alone.assertPreserved();
        if (spec.isSymmetric())
          Reduced.of(system, spec.selected(), true, MAX_STATES).assertPreserved();
        compared++;
        if (alone.statesLeftOut() > 0) reduced++;
      } catch (AssertionError | RuntimeException | InterruptedException e) {
        throw new AssertionError("-DargLine=-Dmdscheck.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
    return reduced;
  }

  private static Set<String> safety(List<Property> properties) {
    return properties.stream()
        .filter(p -> !(p instanceof Property.Recovery))
        .map(Property::name)
        .collect(Collectors.toSet());
  }
}
