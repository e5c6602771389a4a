package org.mdscheck.checker.reduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** Processes that have nothing to do with each other: what is left can be counted by hand. */
class IndependentStepsTest {

  /** All (k + 1)^n states without reduction; one process after the other with it. */
  @ParameterizedTest(name = "{0} processes, {1} steps each")
  @CsvSource({"1, 3, 4, 4", "2, 3, 16, 7", "3, 4, 125, 13", "6, 2, 729, 13"})
  void oneOrderIsLeftOfProcessesThatEnd(int processes, int steps, long all, long left)
      throws InterruptedException {
    Spec.Builder spec = Spec.builder("ending");
    for (int p = 0; p < processes; p++) {
      Local local = Local.local("i", Type.range(0, steps));
      Block body = program("count", local);
      for (int s = 0; s < steps; s++) body.step("step " + s, increment(local));
      spec.process("p" + p, body.end());
    }
    spec.property(new Property.NoStuckState("no-stuck-state", ""));
    assertStates(all, spec.build(), false);
    assertStates(left, spec.build(), true);
  }

  /**
   * All k^n states without reduction. With it each process comes to the start of its loop alone:
   * the place where all are at the start, and k - 1 others for each.
   */
  @ParameterizedTest(name = "{0} processes, {1} steps each")
  @CsvSource({"1, 3, 3, 3", "2, 3, 9, 5", "3, 4, 64, 10", "6, 2, 64, 7"})
  void eachLoopIsGoneThroughAlone(int processes, int steps, long all, long left)
      throws InterruptedException {
    Spec.Builder spec = Spec.builder("looping");
    for (int p = 0; p < processes; p++) {
      Local local = Local.local("i", Type.range(0, steps - 1));
      Block body = block();
      for (int s = 0; s < steps; s++)
        body.step("step " + s, assign(local, local.plus(1).modulo(steps)));
      spec.process("p" + p, program("count", local).loop(body).end());
    }
    spec.property(new Property.NoStuckState("no-stuck-state", ""));
    assertStates(all, spec.build(), false);
    assertStates(left, spec.build(), true);
  }

  /** Where each step is looked at, none is left out. */
  @ParameterizedTest(name = "{0} processes, {1} steps each")
  @CsvSource({"2, 3, 16", "3, 2, 27"})
  void everyOrderIsLeftOfStepsThatAreLookedAt(int processes, int steps, long all)
      throws InterruptedException {
    Spec.Builder spec = Spec.builder("visible");
    List<Property.Clause> clauses = new ArrayList<>();
    for (int p = 0; p < processes; p++) {
      Ref shared = spec.variable("i" + p, Type.range(0, steps));
      Block body = program("count");
      for (int s = 0; s < steps; s++) body.step("step " + s, increment(shared));
      spec.process("p" + p, body.end());
      clauses.add(clause("p" + p, shared.isAtMost(steps)));
    }
    spec.property(new Property.Invariant("few", "", clauses));
    assertStates(all, spec.build(), true);
  }

  private static void assertStates(long expected, Spec spec, boolean partialOrder)
      throws InterruptedException {
    SearchOptions options = SearchOptions.defaults().withWorkers(1).withPartialOrder(partialOrder);
    CheckResult result = new Search(InterpretedSystem.of(spec), options).run(ProgressListener.NONE);
    assertEquals(expected, result.statistics().distinctStates());
  }
}
