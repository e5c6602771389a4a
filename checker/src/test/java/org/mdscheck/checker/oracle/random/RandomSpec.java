package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Expressions.acquiring;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.holdsAnyLock;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.Random;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Scalarset;

/**
 * A small spec made from a seed.
 *
 * @param isSymmetric whether its ids are interchangeable and nothing in it tells them apart
 */
public record RandomSpec(long seed, Spec spec, boolean isSymmetric) {

  /** The spec of a seed: always the same one. */
  public static RandomSpec of(long seed) {
    Random random = new Random(seed);
    boolean isSymmetric = random.nextInt(4) > 0;
    Spec.Builder spec = Spec.builder("random(" + seed + ")");
    Scalarset ids = spec.scalarset("id", 2 + random.nextInt(2), isSymmetric);
    Variables variables = new Variables(spec, random, ids);
    RandomExpressions expressions = new RandomExpressions(random, variables);
    RandomPrograms programs = new RandomPrograms(random, variables, expressions);
    spec.processes("worker", ids, self -> programs.main("work", "enter", Names.NONE.with(self)));
    if (random.nextBoolean()) spec.process("server", programs.main("serve", "listen", Names.NONE));
    addProperties(spec, variables, expressions, random);
    return new RandomSpec(seed, spec.build(), isSymmetric);
  }

  private static void addProperties(
      Spec.Builder spec, Variables variables, RandomExpressions e, Random random) {
    Names all = Names.NONE;
    Ref n = variables.all.get(0);
    Expr someoneInside = inside("worker", null, "enter");
    spec.property(
        new Property.Invariant(
            "invariant",
            "",
            List.of(
                clause("plain", e.bool(all, 2).or(e.bool(all, 2)).or(e.bool(all, 2))),
                clause(
                    "under a premise",
                    random.nextBoolean() ? someoneInside : e.bool(all, 1),
                    e.bool(all, 2)))));
    spec.property(
        new Property.Invariant("no-wait-cycle", "", List.of(clause("acyclic", noWaitCycle()))));
    spec.property(
        new Property.Invariant(
            "no-lock-at-rest",
            "",
            List.of(
                clause("none", not(inside("worker", null)), not(holdsAnyLock("worker", null))))));
    spec.property(
        new Property.StepInvariant(
            "step-invariant",
            "",
            List.of(
                clause(
                    "next",
                    random.nextInt(4) == 0 ? holding("A") : e.bool(all, 1),
                    next(e.bool(all, 1)).or(e.bool(all, 1))),
                random.nextBoolean()
                    ? clause("acquiring", acquiring("A"), e.bool(all, 1))
                    : clause(
                        "changing", next(n).isNot(n), e.bool(all, 1).or(next(e.bool(all, 1)))))));
    spec.property(
        new Property.Cover(
            "cover",
            "",
            e.bool(all, 1).and(random.nextBoolean() ? someoneInside : e.bool(all, 1))));
    spec.property(
        new Property.Recovery(
            "recovery",
            "",
            List.of(
                clause("always", e.bool(all, 1)),
                clause("under a premise", someoneInside, e.bool(all, 1).or(not(someoneInside))))));
    spec.property(new Property.Checked(RandomEffects.ASSERTIONS, ""));
    if (variables.hasPool) spec.property(new Property.Checked(Variables.USE_AFTER_FREE, ""));
    spec.property(new Property.NoStuckState("no-stuck-state", ""));
    if (random.nextInt(4) == 0) spec.limit("limit", n.isLess(2));
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
