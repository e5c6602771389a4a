package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;

/** A reader, a writer that calls a function, and a network, which take turns. */
class StatementColumnsTest {
  private final Spec.Builder spec = Spec.builder("turns");
  private final Ref turn = spec.variable("turn", Type.range(0, 9));

  @Test
  void aThreadHasAColumnACallIsIndentedAndTheEnvironmentIsInParentheses() {
    final TransitionSystem system = system();
    assertEquals(
        """
        reader                  writer
        ----                    ----
                                update()
                                 lock()
         (net: a message arrives)
        read()
         x = y
                                 store()
                                  y = 1
                                 unlock() [fault]
        """,
        text(system, Set.of("net")));
  }

  @Test
  void aProcessThatIsNotNamedAsEnvironmentHasAColumn() {
    final String text = text(system(), Set.of());
    assertTrue(text.startsWith("net "), text);
    assertFalse(text.contains("(net:"), text);
  }

  @Test
  void noLineIsWiderThanAMailAllows() {
    final String text = text(system(), Set.of("net"));
    text.lines().forEach(line -> assertTrue(line.length() <= 70, line));
  }

  private TransitionSystem system() {
    final Ref failures = spec.variable("failures", Type.range(0, 1), value(1));
    spec.process("net", once("deliver", "a message arrives", 1));
    spec.process("reader", once("read", "x = y", 2));
    final Program store = once("store", "y = 1", 3);
    spec.process(
        "writer",
        program("update")
            .await("lock()", turn.is(0), increment(turn))
            .call(store)
            .then(block().fault("unlock()", failures, turn.is(4), assign(turn, 9)))
            .end());
    spec.property(
        new Property.Invariant(
            "not-over", "never over", List.of(clause("turn < 9", turn.isLess(9)))));
    return InterpretedSystem.of(spec.build());
  }

  private Program once(String function, String label, int when) {
    return program(function).await(label, turn.is(when), increment(turn)).end();
  }

  private static String text(TransitionSystem system, Set<String> environment) {
    final List<String> lines = new StatementColumns(system, environment).of(trace(system));
    return String.join("\n", lines) + "\n";
  }

  private static Trace trace(TransitionSystem system) {
    try {
      return new Search(system, SearchOptions.defaults())
          .run(ProgressListener.NONE)
          .property("not-over")
          .orElseThrow()
          .trace();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
