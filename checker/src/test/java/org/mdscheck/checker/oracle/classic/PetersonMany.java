package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.forAll;
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
import org.mdscheck.checker.system.Scalarset;

/**
 * Peterson's mutual exclusion for n processes (Myths about the Mutual Exclusion Problem, IPL 12,
 * 1981).
 *
 * <p>After Ip's Murphi model {@code ex/sym/n_peterson.m} (CMurphi 5.5, github.com/melver/cmurphi),
 * whose comments give, for three processes, 882 states and 2646 rules fired, with symmetry 172 and
 * 516; for five, 628,868, with symmetry 6770 and 33,850; for six, with symmetry 35,159 and 210,954.
 * As there, a process leaves with {@code Q = 1}, and a failed wait is a step to the same state.
 */
public final class PetersonMany {
  private final Spec.Builder spec;
  private final int count;
  private final Scalarset pid;
  private final Ref q;
  private final Ref turn;
  private final Ref j;

  private PetersonMany(int count) {
    this.count = count;
    spec = Spec.builder("peterson(" + count + ")");
    pid = spec.scalarset("pid", count);
    q = spec.variable("Q", Type.array(pid, Type.range(0, count)));
    turn = spec.variable("turn", Type.array(1, count - 1, Type.nullable(pid)));
    j = spec.variable("j", Type.array(pid, Type.range(0, count)));
  }

  /** The algorithm for {@code count} processes, at least 2. */
  public static Spec spec(int count) {
    PetersonMany model = new PetersonMany(count);
    return model
        .spec
        .processes("process", model.pid, model::process)
        .property(
            new Property.Invariant(
                "mutual-exclusion",
                "at most one process is in its critical section",
                List.of(
                    clause(
                        "at-most-one",
                        count(model.pid, p -> inside("process", p, "critical")).isAtMost(1)))))
        .property(
            new Property.Cover(
                "critical", "a process gets in", inside("process", null, "critical")))
        .build();
  }

  private Program process(Expr self) {
    Ref level = j.at(self);
    Expr mayPass =
        forAll(pid, k -> k.isNot(self).implies(q.at(k).isLess(level)))
            .or(turn.at(level).isNot(self));
    return program("process")
        .loop(
            block()
                .step("j = 1", assign(level, 1))
                .loop(
                    block()
                        .step("Q[i] = j", assign(q.at(self), level))
                        .step("turn[j] = i", assign(turn.at(level), self))
                        .mark("wait")
                        .either(
                            block()
                                .await(
                                    "next level",
                                    mayPass.and(level.isLess(count - 1)),
                                    increment(level)),
                            block()
                                .await("enter", mayPass.and(level.is(count - 1)), increment(level))
                                .leave(),
                            block().await("wait on", not(mayPass)).goTo("wait")))
                .call(program("critical").step("Q[i] = 1", assign(q.at(self), 1)).end()))
        .end();
  }
}
