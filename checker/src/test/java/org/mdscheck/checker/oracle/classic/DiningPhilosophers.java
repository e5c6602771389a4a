package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.allOf;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.stream.IntStream;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Dijkstra's dining philosophers, each taking the left fork first, with forks that are mutexes.
 *
 * <p>{@code 3^n - 1} states. Proof: the state is given by the forks, since philosopher {@code i}
 * holds none, left, both or right in turn and is uniquely determined by who has its two forks. Each
 * fork is free, held by its left-hand user or held by its right-hand user: {@code 3^n} assignments,
 * and each is a state except "everybody holds the right fork only", which needs somebody to have
 * put down a left fork that nobody then took, impossible once all right ones are held. All but that
 * one are reached. For {@code n = 13} this gives 1,594,322, which SPIN, TLC, CMurphi and Rumur
 * confirm.
 */
public final class DiningPhilosophers {
  private DiningPhilosophers() {}

  /** A table of {@code seats}, at least 2. */
  public static Spec spec(int seats) {
    Spec.Builder spec = Spec.builder("dining-philosophers(" + seats + ")");
    Ref fork = spec.variable("fork", Type.array(0, seats - 1, Type.mutex("fork")));
    for (int i = 0; i < seats; i++) {
      spec.process("philosopher" + i, philosopher(fork.at(i), fork.at((i + 1) % seats)));
    }
    return spec.property(
            new Property.Invariant(
                "neighbours",
                "neighbours never eat together",
                IntStream.range(0, seats)
                    .mapToObj(i -> clause("seat" + i, not(allOf(eats(i), eats((i + 1) % seats)))))
                    .toList()))
        .property(
            new Property.Invariant(
                "no-wait-cycle",
                "no cycle of philosophers who wait for each other",
                List.of(clause("acyclic", noWaitCycle()))))
        .property(new Property.NoStuckState("no-stuck-state", "somebody can go on"))
        .property(new Property.Cover("eating", "somebody eats", eats(0)))
        .build();
  }

  private static Program philosopher(Ref left, Ref right) {
    return program("philosopher")
        .loop(
            block()
                .step("take left", acquire(left))
                .step("take right", acquire(right))
                .call(program("eat").step("put left", release(left)).end())
                .step("put right", release(right)))
        .end();
  }

  private static Expr eats(int seat) {
    return inside("philosopher" + seat, null, "eat");
  }
}
