package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Two jugs of 3 and 5 gallons, to be filled, emptied and poured until one holds 4 (Lamport's {@code
 * DieHard}).
 *
 * <p>{@code 2 (a + b)} states for jugs of coprime sizes {@code a} and {@code b}: after each step
 * one jug is empty or full, which leaves {@code (a + 1)(b + 1) - (a - 1)(b - 1)} pairs, and pouring
 * the one into the other again and again passes all multiples of {@code a} modulo {@code b}. So 16
 * here, and 4 gallons need 6 steps (the trace of 7 states in Lamport's video course, lecture 4).
 */
public final class WaterJugs {
  private WaterJugs() {}

  public static Spec spec() {
    Spec.Builder spec = Spec.builder("water-jugs");
    Ref small = spec.variable("small", Type.range(0, 3));
    Ref big = spec.variable("big", Type.range(0, 5));
    Local poured = Local.local("poured", Type.range(0, 3));
    Program pour =
        program("pour", poured)
            .loop(
                block()
                    .either(
                        block().step("fill small", assign(small, 3)),
                        block().step("fill big", assign(big, 5)),
                        block().step("empty small", assign(small, 0)),
                        block().step("empty big", assign(big, 0)),
                        block()
                            .step(
                                "small to big",
                                assign(poured, least(small, big, 5)),
                                assign(small, small.minus(poured)),
                                assign(big, big.plus(poured)),
                                assign(poured, 0)),
                        block()
                            .step(
                                "big to small",
                                assign(poured, least(big, small, 3)),
                                assign(small, small.plus(poured)),
                                assign(big, big.minus(poured)),
                                assign(poured, 0))))
            .end();
    return spec.process("john", pour)
        .property(
            new Property.Invariant(
                "not-four",
                "the big jug does not hold 4",
                List.of(clause("not-four", big.isNot(4)))))
        .property(
            new Property.Recovery(
                "empty-again",
                "both can be emptied",
                List.of(clause("empty", small.is(0).and(big.is(0))))))
        .build();
  }

  /** What goes from one jug into another of the given size. */
  private static Expr least(Ref from, Expr into, int size) {
    Expr room = value(size).minus(into);
    return ifElse(from.isLess(room), from, room);
  }
}
