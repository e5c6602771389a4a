package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.ShownTrace.Delivery;

/** Messages and changes, of two processes that take turns. */
class ShownTraceTest {
  private final Spec.Builder spec = Spec.builder("turns");
  private final Ref queue = spec.variable("queue", Type.queue(Type.range(0, 9), 3));
  private final Ref turn = spec.variable("turn", Type.range(0, 9));

  @Test
  void equalMessagesArriveInTheirOrder() {
    final ShownTrace trace =
        inTurn(enqueue(queue, 7), dequeue(queue), enqueue(queue, 7), dequeue(queue));
    assertEquals(List.of(new Delivery(0, "queue", "7")), trace.steps().get(1).received());
    assertEquals(List.of(new Delivery(2, "queue", "7")), trace.steps().get(3).received());
  }

  @Test
  void whatIsTakenFromTheMiddleArrivesToo() {
    final ShownTrace trace =
        inTurn(all(enqueue(queue, 1), enqueue(queue, 2)), remove(queue, value(2)));
    assertEquals(List.of(new Delivery(0, "queue", "2")), trace.steps().get(1).received());
    assertEquals("queue: [1, 2] -> [1]", firstChange(trace, 1));
  }

  @Test
  void whatIsThrownAwayTogetherDoesNotArrive() {
    final ShownTrace trace = inTurn(all(enqueue(queue, 1), enqueue(queue, 2)), reset(queue));
    assertEquals(List.of(), trace.steps().get(1).received());
    assertEquals("queue: remove 1, 2", firstChange(trace, 1));
  }

  @Test
  void whoTakesBackItsOwnReceivesNothing() {
    final ShownTrace trace = inTurn(enqueue(queue, 1), enqueue(queue, 2), dequeue(queue));
    assertEquals("queue: remove 1", firstChange(trace, 2));
    assertEquals(List.of(), trace.steps().get(2).received());
  }

  @Test
  void aLocalVariableThatGoesBackToItsDefaultIsNotTold() {
    final Local x = Local.local("x", Type.range(0, 9));
    spec.process(
        "p",
        program("f", x)
            .step("x = 3", assign(x, 3))
            .step("turn = x", assign(turn, x)) // x is 0 again when the function returns
            .end());
    final ShownTrace trace = endingWhen(3);
    assertEquals("x = 3", firstChange(trace, 0));
    assertEquals("turn: 0 -> 3", firstChange(trace, 1));
    assertEquals(1, trace.steps().get(1).changes().size());
  }

  /** The run in which the two processes have these effects, one after the other. */
  private ShownTrace inTurn(Effect... effects) {
    for (int process = 0; process < 2; process++) {
      Block program = program("f");
      for (int i = process; i < effects.length; i += 2)
        program = program.await("step " + i, turn.is(i), effects[i], increment(turn));
      spec.process("p" + process, program.end());
    }
    return endingWhen(effects.length);
  }

  private ShownTrace endingWhen(int last) {
    spec.property(
        new Property.Invariant(
            "goes on", "", List.of(Property.clause("goes on", turn.isNot(last)))));
    final TransitionSystem system = ComparedSystem.of(spec.build());
    return new ShownTrace(system, Depot.result(system, "goes on").trace());
  }

  private static String firstChange(ShownTrace trace, int step) {
    final ShownTrace.Step shown = trace.steps().get(step);
    return shown.changes().get(0).text(trace.layout(), shown.process());
  }
}
