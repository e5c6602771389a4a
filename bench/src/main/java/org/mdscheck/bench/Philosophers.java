package org.mdscheck.bench;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.allOf;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.stream.IntStream;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Dining philosophers who take the left fork first and put it down first. A fork is a flag that
 * says whether it is taken, as in the peers' models.
 *
 * <p>{@code 3^n - 1} states at a table of {@code n}: each fork is on the table, held by the
 * philosopher on its right or held by the one on its left, which tells what everybody is doing; all
 * of these are reached but the one in which every philosopher holds the right fork only. Thirteen:
 * 1,594,322, in which SPIN, TLC and Rumur agree.
 */
final class Philosophers {
  private Philosophers() {}

  /**
   * @param seats at least 2
   */
  static Spec spec(int seats) {
    final Spec.Builder spec = Spec.builder("phil(" + seats + ")");
    final Ref taken = spec.variable("taken", Type.array(0, seats - 1, Type.bool()));
    for (int i = 0; i < seats; i++) {
      spec.process("philosopher" + i, philosopher(taken.at(i), taken.at((i + 1) % seats)));
    }
    return spec.property(
            new Property.Invariant(
                "neighbours",
                "neighbours never eat together",
                IntStream.range(0, seats)
                    .mapToObj(i -> clause("seat" + i, not(allOf(eats(i), eats((i + 1) % seats)))))
                    .toList()))
        .build();
  }

  private static Program philosopher(Ref left, Ref right) {
    return program("philosopher")
        .loop(
            block()
                .await("take left", not(left), assign(left, true))
                .await("take right", not(right), assign(right, true))
                .call(program("eat").step("put left", assign(left, false)).end())
                .step("put right", assign(right, false)))
        .end();
  }

  private static Expr eats(int seat) {
    return inside("philosopher" + seat, null, "eat");
  }
}
