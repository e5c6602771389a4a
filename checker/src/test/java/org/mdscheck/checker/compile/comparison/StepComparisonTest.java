package org.mdscheck.checker.compile.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;

/** A system compared with itself, and with itself made wrong in a single state. */
class StepComparisonTest {
  private static final int STATES = 100;

  private final TransitionSystem right = InterpretedSystem.of(counter(3));

  /** Counts up; where the count is 2 a warning, a crash, an error and a way out are next. */
  private static Spec counter(int high) {
    Spec.Builder spec = Spec.builder("counter");
    Ref n = spec.variable("n", Type.range(0, high));
    Ref q = spec.variable("q", Type.queue(Type.bool(), 1));
    spec.process(
        "p",
        program("f")
            .loop(
                block()
                    .either(
                        block()
                            .await(
                                "count",
                                n.isLess(3),
                                increment(n),
                                warn("small", "n is not three", n.isLess(3))),
                        block().step("use", check("use", "n is not two", n.isNot(2))),
                        block().await("take", n.is(2), dequeue(q)),
                        block().rest("rest", n.isMore(1), assign(n, 0))))
            .end());
    spec.property(new Property.Checked("small", ""));
    spec.property(new Property.Checked("use", ""));
    spec.property(
        new Property.Invariant(
            "low",
            "",
            List.of(
                clause("head", n.isLess(2).or(q.head())), clause("few", n.is(0), n.isLess(2)))));
    spec.property(
        new Property.StepInvariant(
            "up",
            "",
            List.of(
                clause("more", next(n).isMore(n)),
                clause("head", next(n).isLess(3).or(next(q.head()))))));
    spec.tally("change", ifElse(next(n).isMore(n), 1, 2), List.of("", "up", "not up"));
    return spec.build();
  }

  private TransitionSystem faulty(SeededFault fault) {
    return new FaultySystem(right, fault, state -> right.layout().get(state, 0) == 2);
  }

  @Test
  void findsNothingBetweenASystemAndItsTwin() {
    assertEquals(
        Optional.empty(),
        new SystemComparison(right, InterpretedSystem.of(counter(3))).difference(STATES, 1, 9, 0));
  }

  @ParameterizedTest
  @EnumSource
  void finds(SeededFault fault) {
    String difference =
        new SystemComparison(right, faulty(fault)).difference(STATES, 1, 9, 0).orElseThrow();
    assertTrue(difference.contains(fault.symptom), difference);
    boolean isEverywhere =
        fault == SeededFault.INITIAL_STATE || fault == SeededFault.LOADED_ARRAY_KEPT;
    assertTrue(isEverywhere || difference.startsWith("state [n=2, "), difference);
  }

  @Test
  void findsAnotherLayout() {
    assertTrue(
        new StepComparison(right, InterpretedSystem.of(counter(4)))
            .ofSystems()
            .orElseThrow()
            .startsWith("hash: expected "));
  }

  @Test
  void aSearchStopsAtTheFirstDifference() {
    TransitionSystem faulty =
        new FaultySystem(
            right, SeededFault.STEP_MISSING, state -> right.layout().get(state, 0) == 1);
    TransitionSystem compared = new ComparedSystem(right, faulty);
    Search search = new Search(compared, SearchOptions.defaults().withWorkers(1));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> search.run(ProgressListener.NONE));
    assertTrue(e.getMessage().contains("to [n=2"), e.getMessage());
  }
}
