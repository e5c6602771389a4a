package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Peterson's mutual exclusion for two processes.
 *
 * <p>42 distinct states, 77 generated, depth 11 counted in states: TLC on {@code Peterson.cfg}, in
 * {@code specifications/locks_auxiliary_vars/manifest.json} of github.com/tlaplus/Examples.
 */
public final class PetersonTwo {
  private final Spec.Builder spec = Spec.builder("peterson-two");
  private final Ref c = spec.variable("c", Type.array(1, 2, Type.bool()));
  private final Ref turn = spec.variable("turn", Type.range(1, 2));

  private PetersonTwo() {}

  public static Spec spec() {
    PetersonTwo model = new PetersonTwo();
    Expr both = inside("p1", null, "critical").and(inside("p2", null, "critical"));
    Expr oneWaits = inside("p1", null, "entry").or(inside("p2", null, "entry"));
    return model
        .spec
        .process("p1", model.process(1, 2))
        .process("p2", model.process(2, 1))
        .property(
            new Property.Invariant(
                "mutual-exclusion", "never both inside", List.of(clause("not-both", not(both)))))
        .property(
            new Property.Recovery(
                "gets-in",
                "who wants to enter still can",
                List.of(
                    clause(
                        "enters",
                        oneWaits,
                        inside("p1", null, "critical").or(inside("p2", null, "critical"))))))
        .property(new Property.NoStuckState("no-stuck-state", "something can happen"))
        .build();
  }

  private Program process(int self, int other) {
    return program("process")
        .loop(
            block()
                // A step that does nothing, as in the source: it reads the flag that only this
                // process writes.
                .await("a0: skip", not(c.at(self)))
                .call(
                    program("entry")
                        .step("a1: c[self] = true", assign(c.at(self), true))
                        .step("a2: turn = other", assign(turn, other))
                        .await("a3: await", not(c.at(other)).or(turn.is(self)))
                        .end())
                .call(
                    program("critical")
                        .await("cs: skip", c.at(self))
                        .step("a4: c[self] = false", assign(c.at(self), false))
                        .end()))
        .end();
  }
}
