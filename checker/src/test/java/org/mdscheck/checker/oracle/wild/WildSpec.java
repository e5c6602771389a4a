package org.mdscheck.checker.oracle.wild;

import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.oracle.wild.Names.Moment;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Spec;

/** A spec of anything, made from a seed. */
public record WildSpec(long seed, Spec spec) {

  /** The spec of a seed: always the same one. */
  public static WildSpec of(long seed) {
    Dice dice = new Dice(seed);
    Spec.Builder spec = Spec.builder("wild(" + seed + ")");
    Declarations declarations = new Declarations(spec, dice);
    WildExpressions expressions = new WildExpressions(dice, declarations);
    WildPrograms programs = new WildPrograms(dice, declarations, expressions);
    for (Declarations.Family family : declarations.families) {
      Names names = Names.at(Moment.STEP);
      if (family.members() == null) spec.process(family.name(), programs.main(family, names));
      else
        spec.processes(
            family.name(), family.members(), self -> programs.main(family, names.with(self)));
    }
    addProperties(spec, declarations, expressions, dice);
    return new WildSpec(seed, spec.build());
  }

  private static void addProperties(
      Spec.Builder spec, Declarations declarations, WildExpressions e, Dice dice) {
    Names state = Names.at(Moment.STATE);
    Names change = Names.at(Moment.CHANGE);
    spec.property(new Property.Invariant("invariant", "", clauses(e, state, dice)));
    spec.property(new Property.Recovery("recovery", "", clauses(e, state, dice)));
    spec.property(new Property.Cover("cover", "", e.bool(state, 3)));
    spec.property(
        new Property.Invariant("no-wait-cycle", "", List.of(clause("acyclic", noWaitCycle()))));
    Expr isCounted = next(declarations.count).isNot(declarations.count);
    List<Property.Clause> ofSteps = new ArrayList<>(clauses(e, change, dice));
    ofSteps.add(clause("counted", isCounted, e.bool(change, 3)));
    spec.property(new Property.StepInvariant("step-invariant", "", ofSteps));
    spec.property(new Property.Checked(WildEffects.ASSERTIONS, ""));
    spec.property(new Property.Checked(Declarations.USE_AFTER_FREE, ""));
    spec.property(new Property.NoStuckState("no-stuck-state", ""));
    spec.tally(
        "tally",
        ifElse(isCounted.or(e.bool(change, 1)), ifElse(e.bool(change, 2), 1, 2), 0),
        List.of("", "one", "two"));
    if (dice.percent(20)) spec.limit("outside", e.bool(state, 1).or(inside("worker", null)));
    if (dice.percent(20)) spec.limit("count", declarations.count.isLess(3));
  }

  private static List<Property.Clause> clauses(WildExpressions e, Names names, Dice dice) {
    List<Property.Clause> clauses = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      clauses.add(
          dice.percent(50)
              ? clause("clause " + i, e.bool(names, 3))
              : clause("clause " + i, e.bool(names, 1), e.bool(names, 3)));
    }
    return clauses;
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
