package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.TransitionSystem;

class TraceReplayTest {
  private static final TransitionSystem DEPOT = Depot.system(2);
  private static final TraceReplay REPLAY = new TraceReplay(DEPOT);

  @ParameterizedTest
  @MethodSource("violations")
  void confirmsWhatTheSearchFound(PropertyResult result) {
    assertDoesNotThrow(() -> REPLAY.confirm(file(result)));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void confirmsWhatWasReadFromAFile(PropertyResult result) {
    final TraceJson json = new TraceJson();
    final TraceFile read = json.read(json.write(DEPOT, file(result)), "t.json");
    assertDoesNotThrow(() -> REPLAY.confirm(read));
  }

  private static Stream<PropertyResult> violations() {
    return Depot.run(DEPOT).properties().stream().filter(r -> r.trace() != null);
  }

  @Test
  void confirmsTheRunToAFaultOfTheSpec() {
    final TransitionSystem faulty = Faulty.system();
    final TraceFile file = TraceFile.of("t", "m", Map.of(), Depot.run(faulty).error());
    assertDoesNotThrow(() -> new TraceReplay(faulty).confirm(file));
  }

  @Test
  void refusesARunOfAnotherModel() {
    final TransitionSystem other = Depot.system(3);
    final TraceFile file = file(Depot.result(DEPOT, Depot.STOCK));
    final TraceException e =
        refused(TraceException.Reason.FOREIGN, () -> new TraceReplay(other).confirm(file));
    assertEquals(
        "trace "
            + file.trace().id()
            + " is a run of depot with 2 customers ("
            + DEPOT.hash()
            + "), not of depot with 3 customers ("
            + other.hash()
            + "): replay it on the model that it was found in, or check this one",
        e.getMessage());
  }

  @Test
  void saysAtWhichStepItDiverges() {
    final Trace trace = Depot.result(DEPOT, Depot.NO_WAIT_CYCLE).trace();
    final List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.set(2, new Trace.Step(steps.get(2).action(), trace.initial()));
    diverges(trace, steps, "step 3: action " + steps.get(2).action() + " does not lead to");
  }

  @Test
  void refusesAnActionThatTheModelLacks() {
    final Trace trace = Depot.result(DEPOT, Depot.NO_WAIT_CYCLE).trace();
    final List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.set(0, new Trace.Step(99, steps.get(0).state()));
    diverges(trace, steps, "step 1: action 99 does not lead to the state given");
  }

  @Test
  void refusesARunThatEndsTooEarly() {
    final Trace trace = Depot.result(DEPOT, Depot.NO_WAIT_CYCLE).trace();
    diverges(
        trace,
        trace.steps().subList(0, 3),
        "its end does not violate no-wait-cycle: no circle of waiting threads");
  }

  @Test
  void refusesStatesOfAnotherLength() {
    final Trace trace = Depot.result(DEPOT, Depot.NO_WAIT_CYCLE).trace();
    final List<Trace.Step> steps = new ArrayList<>(trace.steps());
    steps.set(1, new Trace.Step(steps.get(1).action(), new StateVector(new long[3])));
    diverges(trace, steps, "the state after step 2 has 3 words, a state of this model has 1");
  }

  private static void diverges(Trace trace, List<Trace.Step> steps, String expected) {
    final Trace changed =
        new Trace(trace.systemHash(), trace.property(), trace.clause(), trace.initial(), steps);
    final TraceFile file = file(PropertyResult.violated(trace.property(), "", changed));
    final TraceException e = refused(TraceException.Reason.DIVERGED, () -> REPLAY.confirm(file));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().endsWith("; check the model to get one"), e.getMessage());
  }

  private static TraceException refused(TraceException.Reason reason, Runnable replay) {
    final TraceException e = assertThrows(TraceException.class, replay::run);
    assertEquals(reason, e.reason());
    return e;
  }

  private static TraceFile file(PropertyResult result) {
    return new TraceFile("mdscheck", DEPOT.name(), Map.of(), result);
  }
}
