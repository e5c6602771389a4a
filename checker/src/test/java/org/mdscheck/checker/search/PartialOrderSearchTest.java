package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.search.SearchFixture.check;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.oracle.classic.DiningPhilosophers;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.spec.Effects;
import org.mdscheck.checker.spec.Expressions;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;

class PartialOrderSearchTest {
  private static final SearchOptions REDUCED = SearchOptions.defaults().withPartialOrder(true);

  @Test
  void refusesASystemThatDoesNotSayWhatItsStepsTouch() {
    final IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Search(SearchFixture.line(2), REDUCED));
    assertEquals(
        "graph does not say what its steps touch: search it without partial order",
        refused.getMessage());
  }

  @Test
  void takesEveryStepForARecoveryPropertyAndSaysSo() throws InterruptedException {
    final TransitionSystem system = InterpretedSystem.of(twoOnTheirOwn());
    final CheckResult all = check(system, REDUCED);
    assertEquals(9, all.statistics().distinctStates());
    assertEquals("none: recovery property back needs every step", all.conditions().partialOrder());
    final CheckResult selected = check(system, REDUCED.withProperties(Set.of("no-stuck-state")));
    assertEquals(5, selected.statistics().distinctStates());
    assertEquals("at up to 4 of 6 labels", selected.conditions().partialOrder());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void anyNumberOfWorkersFindsTheSame(int workers) throws InterruptedException {
    final TransitionSystem system = InterpretedSystem.of(DiningPhilosophers.spec(6));
    final SearchOptions options = REDUCED.withProperties(Set.of("no-stuck-state", "no-wait-cycle"));
    final CheckResult one = check(system, options.withWorkers(1));
    final CheckResult several = check(system, options.withWorkers(workers));
    assertTrue(one.statistics().distinctStates() < 728, "nothing was left out");
    assertEquals(one.statistics(), several.statistics());
    assertEquals(one.properties(), several.properties());
  }

  /** Two processes of two steps on a variable of their own. */
  private static Spec twoOnTheirOwn() {
    final Spec.Builder spec = Spec.builder("two");
    for (int p = 0; p < 2; p++) {
      final Local i = Local.local("i", Type.range(0, 2));
      spec.process(
          "p" + p,
          Program.program("count", i)
              .step("one", Effects.increment(i))
              .step("two", Effects.increment(i))
              .end());
    }
    return spec.property(new Property.NoStuckState("no-stuck-state", ""))
        .property(
            new Property.Recovery(
                "back", "", List.of(Property.clause("true", Expressions.value(true)))))
        .build();
  }
}
