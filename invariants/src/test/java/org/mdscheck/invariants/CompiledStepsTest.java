package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

/** What is shipped, with every property. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledStepsTest {
  /** HotSpot compiles no method that has more bytes of code. */
  private static final int HUGE_METHOD = 8000;

  private List<Compiled> shipped;

  /**
   * What is known of one model.
   *
   * @param difference from the interpreted one
   * @param methodSizes in bytes, by name
   */
  private record Compiled(
      String name, Optional<String> difference, Map<String, Integer> methodSizes) {}

  @BeforeAll
  void compile(@TempDir Path classes) {
    shipped =
        models().toList().parallelStream()
            .map(model -> compile(model.spec(Catalogue.of(model)), classes))
            .toList();
  }

  /** The trees in each scenario, and their relatives in the one with most contexts. */
  private static Stream<CephModel> models() {
    final List<Variant> trees = Variant.trees();
    return Stream.concat(
        trees.stream().flatMap(v -> Scenario.shipped().stream().map(s -> CephModel.of(v, s))),
        Variant.shipped().stream()
            .filter(v -> !trees.contains(v))
            .map(v -> CephModel.of(v, Scenario.FULL)));
  }

  private static Compiled compile(Spec spec, Path classes) {
    final CompiledSystem compiled = CompiledSystem.of(spec);
    // Near the initial state and far from it: a walk of 120 steps meets most functions.
    final Optional<String> difference =
        new SystemComparison(InterpretedSystem.of(spec), compiled).difference(100, 2, 120, 250);
    final Path directory = classes.resolve(spec.name());
    try {
      compiled.dump(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Compiled(spec.name(), difference, MethodSizes.below(directory));
  }

  @Test
  void examinesAPlausibleAmount() {
    assertTrue(shipped.size() >= 60, "only " + shipped.size() + " models");
    for (Compiled model : shipped) {
      assertTrue(model.methodSizes.size() > 100, model.name + ": " + model.methodSizes.size());
      assertTrue(model.methodSizes.values().stream().anyMatch(size -> size > 50), model.name);
    }
  }

  @Test
  void takesTheStepsThatTheInterpreterTakes() {
    assertEquals(
        List.of(), shipped.stream().map(Compiled::difference).flatMap(Optional::stream).toList());
  }

  @Test
  void hasNoMethodThatIsNeverCompiled() {
    final List<String> huge =
        shipped.stream()
            .flatMap(
                model ->
                    model.methodSizes.entrySet().stream()
                        .filter(method -> method.getValue() >= HUGE_METHOD)
                        .map(method -> model.name + ": " + method))
            .toList();
    assertEquals(List.of(), huge);
  }
}
