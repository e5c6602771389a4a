package org.mdscheck.checker.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Program.program;

import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.system.Scalarset;

/** An id that starts as 0, or is left as 0 in a queue, would tell interchangeable ids apart. */
class SymmetricDefaultTest {

  @Test
  void refusesAVariableThatStartsAsOneOfTheIds() {
    Spec.Builder spec = Spec.builder("s");
    Scalarset clients = spec.scalarset("client", 2);
    spec.variable("last", Type.id(clients));
    assertEquals(
        "last would start as client0, but the ids of client are interchangeable: give it the type nullable(client)",
        refusal(spec));
  }

  @Test
  void refusesAQueueWhoseFreePlacesHoldOneOfTheIds() {
    Spec.Builder spec = Spec.builder("s");
    Scalarset clients = spec.scalarset("client", 2);
    spec.variable("waiting", Type.queue(Type.id(clients), 2));
    assertEquals(
        "waiting[0] would start as client0, but the ids of client are interchangeable: give it the type nullable(client)",
        refusal(spec));
  }

  @Test
  void allowsIdsThatAreNotInterchangeable() {
    Spec.Builder spec = Spec.builder("s");
    Scalarset ranks = spec.scalarset("rank", 2, false);
    spec.variable("last", Type.id(ranks));
    assertEquals("last", CompiledSystem.of(withAStep(spec)).layout().slots().get(0).name());
  }

  private static String refusal(Spec.Builder spec) {
    Spec built = withAStep(spec);
    return assertThrows(SpecException.class, () -> CompiledSystem.of(built)).getMessage();
  }

  private static Spec withAStep(Spec.Builder spec) {
    Ref x = spec.variable("x", Type.bool());
    return spec.process("p", program("p").step("x = true", assign(x, true)).end()).build();
  }
}
