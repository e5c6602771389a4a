package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/** What a person reads of the label at which a process stands. */
class LabelTextTest {
  private final Spec.Builder spec = Spec.builder("labels");
  private final Ref x = spec.variable("x", Type.range(0, 9));

  @Test
  void namesFunctionAndStatement() {
    assertEquals(
        List.of("main: x++", "inner: x += 1", "(ended)"),
        labels(
            program("main")
                .step("x++", increment(x))
                .call(program("inner").step("x += 1", increment(x)).end())));
  }

  @Test
  void leavesOutTheOutcomeOfATest() {
    assertEquals(
        List.of("main: if (x)", "(ended)"),
        labels(program("main").test("if (x)", x.is(1), block())));
  }

  @Test
  void tellsThatThereAreOtherWays() {
    assertEquals(
        List.of("main: a (or another step)", "(ended)"),
        labels(
            program("main")
                .either(block().step("a", increment(x)), block().step("b", increment(x)))));
  }

  private List<String> labels(Block main) {
    spec.process("p", main.end());
    return InterpretedSystem.of(spec.build()).layout().slots().stream()
        .filter(slot -> slot.kind() == Slot.Kind.LABEL)
        .map(slot -> ((Domain.Enumeration) slot.domain()).values())
        .findFirst()
        .orElseThrow();
  }
}
