package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.line;
import static org.mdscheck.checker.search.SearchFixture.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Property;

class ReplayTest {
  private final GraphSystem graph =
      line(6)
          .edge(2, "jump", 5)
          .mustNotStop()
          .failing(3, "boom", "BUG", true, 0)
          .property(new Property.Checked("BUG", ""))
          .property(new Property.NoStuckState("live", ""))
          .invariant("not 4", node -> node != 4);

  private Trace trace(String property) throws InterruptedException {
    return property(check(graph), property).trace();
  }

  private Optional<String> replay(Trace trace) {
    return new Replay(graph).mismatch(trace);
  }

  private static Trace with(Trace trace, String property, String clause, List<Trace.Step> steps) {
    return new Trace(trace.systemHash(), property, clause, trace.initial(), steps);
  }

  @Test
  void acceptsWhatTheSearchFound() throws InterruptedException {
    for (String property : List.of("BUG", "live", "not 4")) {
      assertEquals(Optional.empty(), replay(trace(property)), property);
    }
  }

  @Test
  void refusesATraceOfAnotherModel() throws InterruptedException {
    final Trace trace = trace("not 4");
    final Trace other =
        new Trace("fedc", trace.property(), trace.clause(), trace.initial(), trace.steps());
    assertEquals(
        "the trace belongs to model fedc, not to graph (0123456789abcdef)",
        replay(other).orElseThrow());
  }

  @Test
  void refusesAFirstStateThatIsNotInitial() throws InterruptedException {
    final Trace trace = trace("not 4");
    final Trace other =
        new Trace(
            trace.systemHash(),
            trace.property(),
            trace.clause(),
            new StateVector(new long[] {1}),
            trace.steps());
    assertEquals("the first state is not initial", replay(other).orElseThrow());
  }

  @Test
  void refusesAStepThatTheModelDoesNotHave() throws InterruptedException {
    final Trace trace = trace("not 4");
    final List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.remove(1);
    assertEquals(
        "step 2: action 0 does not lead to the state given",
        replay(with(trace, trace.property(), trace.clause(), steps)).orElseThrow());
  }

  @Test
  void refusesAnEndWithoutViolation() throws InterruptedException {
    final Trace trace = trace("not 4");
    final List<Trace.Step> shorter = trace.steps().subList(0, 3);
    assertEquals(
        "its end does not violate not 4: always",
        replay(with(trace, "not 4", "always", shorter)).orElseThrow());
    assertEquals(
        "its end does not violate live: " + Replay.STUCK,
        replay(with(trace, "live", Replay.STUCK, shorter)).orElseThrow());
    assertEquals(
        "its end does not violate BUG: BUG at boom",
        replay(with(trace, "BUG", "BUG at boom", shorter)).orElseThrow());
    assertEquals(
        "its end does not violate unknown: x",
        replay(with(trace, "unknown", "x", shorter)).orElseThrow());
  }

  @Test
  void refusesAStepWithoutStateBeforeTheEnd() throws InterruptedException {
    final Trace trace = trace("BUG");
    final List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.add(0, new Trace.Step(0, null));
    assertEquals(
        "step 1 has no state and is not the last",
        replay(with(trace, trace.property(), trace.clause(), steps)).orElseThrow());
  }

  @Test
  void theIdIsOfThePathAndTheProperty() throws InterruptedException {
    final Trace trace = trace("not 4");
    assertEquals(8, trace.id().length());
    assertEquals(trace.id(), trace("not 4").id());
    assertNotEquals(trace.id(), with(trace, "other", trace.clause(), trace.steps()).id());
    assertNotEquals(
        trace.id(), with(trace, "not 4", trace.clause(), trace.steps().subList(0, 3)).id());
  }
}
