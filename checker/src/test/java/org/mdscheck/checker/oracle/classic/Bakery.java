package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.inside;
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
 * Lamport's bakery (A New Solution of Dijkstra's Concurrent Programming Problem, CACM 17, 1974)
 * with tickets up to a maximum: who would need a larger one waits.
 *
 * <p>After the model {@code bakery} of BEEM (Pelanek, BEEM: Benchmarks for Explicit Model Checkers,
 * SPIN 2007): 1506 states for two processes and tickets up to 9 (bakery.1), 1146 for two and 7
 * (bakery.2), 32,919 for three and 4 (bakery.3). As there, {@code j} and {@code max} keep their
 * last values outside the loops, hence arrays and no locals.
 */
public final class Bakery {
  private final Spec.Builder spec;
  private final int processes;
  private final int maximum;
  private final Ref choosing;
  private final Ref number;
  private final Ref j;
  private final Ref max;

  private Bakery(int processes, int maximum) {
    this.processes = processes;
    this.maximum = maximum;
    spec = Spec.builder("bakery(" + processes + ", " + maximum + ")");
    choosing = spec.variable("choosing", Type.array(0, processes - 1, Type.bool()));
    number = spec.variable("number", Type.array(0, processes - 1, Type.range(0, maximum)));
    j = spec.variable("j", Type.array(0, processes - 1, Type.range(0, processes)));
    max = spec.variable("max", Type.array(0, processes - 1, Type.range(0, maximum)));
  }

  public static Spec spec(int processes, int maximum) {
    Bakery model = new Bakery(processes, maximum);
    for (int i = 0; i < processes; i++) model.spec.process("p" + i, model.process(i));
    List<Property.Clause> clauses =
        IntStream.range(0, processes)
            .boxed()
            .flatMap(
                a ->
                    IntStream.range(0, a)
                        .mapToObj(
                            b -> clause("p" + a + "-p" + b, not(critical(a).and(critical(b))))))
            .toList();
    return model
        .spec
        .property(new Property.Invariant("mutual-exclusion", "never two inside", clauses))
        .property(
            new Property.Cover(
                "all-choose",
                "all choose at once",
                count(0, processes - 1, model.choosing::at).is(processes)))
        .build();
  }

  private static Expr critical(int i) {
    return inside("p" + i, null, "critical");
  }

  private Program process(int i) {
    Ref at = j.at(i);
    Ref best = max.at(i);
    Ref other = number.at(at);
    Ref mine = number.at(i);
    Expr before = other.isLess(mine).or(other.is(mine).and(at.isLess(i)));
    return program("process")
        .loop(
            block()
                .step(
                    "choosing[i] = 1", assign(choosing.at(i), true), assign(at, 0), assign(best, 0))
                .mark("choose")
                .either(
                    block()
                        .await(
                            "max",
                            at.isLess(processes),
                            when(other.isMore(best), assign(best, other)),
                            increment(at))
                        .goTo("choose"),
                    block()
                        .await(
                            "number[i] = max + 1",
                            at.is(processes).and(best.isLess(maximum)),
                            assign(mine, best.plus(1)),
                            assign(at, 0),
                            assign(choosing.at(i), false)))
                .mark("next")
                .either(
                    block()
                        .await("choosing[j] = 0", at.isLess(processes).and(not(choosing.at(at))))
                        .await("not before me", other.is(0).or(not(before)), increment(at))
                        .goTo("next"),
                    block().await("j = N", at.is(processes)))
                .call(program("critical").step("number[i] = 0", assign(mine, 0)).end()))
        .end();
  }
}
