package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/** A process per light that turns it on, while the main switch stays off. */
class DecidingSlotsTest {
  private final Spec.Builder spec = Spec.builder("lights");
  private final Scalarset lights = spec.scalarset("light", 3);
  private final Ref on = spec.variable("on", Type.array(lights, Type.bool()));
  private final Ref mains = spec.variable("mains", Type.bool());

  @Test
  void findsWhatTheClauseTurnsOnAndForWhichId() {
    // One light is on without power: it would be right with power, or with that light off.
    final DecidingSlots deciding = deciding(forAll(lights, light -> on.at(light).implies(mains)));
    assertEquals(List.of("on[light0]", "mains"), names(deciding));
    assertEquals(List.of("light0"), deciding.ids());
  }

  @Test
  void namesNoIdWhereSeveralWouldDo() {
    // A light is on and the clause wants none or two of them: each of the three can mend it.
    final Function<Expr, Expr> another =
        light -> exists(lights, other -> on.at(other).and(not(other.is(light))));
    final DecidingSlots deciding =
        deciding(forAll(lights, light -> on.at(light).implies(another.apply(light))));
    assertEquals(List.of("on[light0]", "on[light1]", "on[light2]"), names(deciding));
    assertEquals(List.of(), deciding.ids());
  }

  @Test
  void findsNothingWhereTwoValuesAreWrong() {
    // The step turns on a light and the power; the clause wants both off.
    final DecidingSlots deciding =
        deciding(forAll(lights, light -> not(on.at(light))).and(not(mains)), assign(mains, true));
    assertEquals(List.of(), names(deciding));
  }

  @Test
  void passesOverValuesAtWhichTheClauseHasNone() {
    // It names the first light; with none named the clause could not be evaluated.
    final Expr first = new Expr.Constant(Type.id(lights), 0);
    final Ref named = spec.variable("named", Type.nullable(lights), first);
    final DecidingSlots deciding = deciding(not(on.at(named)));
    assertEquals(List.of("on[light0]", "named"), names(deciding));
  }

  private DecidingSlots deciding(Expr conclusion, Effect... more) {
    spec.processes(
        "hand",
        lights,
        self -> program("turn").step("on", assign(on.at(self), true), all(more)).end());
    spec.property(
        new Property.Invariant("p", "", List.of(Property.clause("the clause", conclusion))));
    final TransitionSystem system = ComparedSystem.of(spec.build());
    return DecidingSlots.of(system, Depot.result(system, "p").trace());
  }

  private static List<String> names(DecidingSlots deciding) {
    return deciding.slots().stream().map(Slot::name).toList();
  }
}
