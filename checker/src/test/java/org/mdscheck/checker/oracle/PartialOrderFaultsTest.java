package org.mdscheck.checker.oracle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.oracle.random.SharingSpec;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.ForwardingSystem;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The comparison of partial order with the search of every step can fail: whatever a condition of
 * the theory rests on is taken away, a small spec shows it, and so do random ones.
 */
class PartialOrderFaultsTest {
  private static final int SPECS = 400;
  private static final int MAX_STATES = 1500;

  /** What is wrong with the footprints. */
  enum Fault {
    NOTHING_IS_LOOKED_AT_IN_STATES(
        f ->
            new Footprints(
                f.starts(),
                f.actions(),
                f.statePredicates().stream()
                    .map(o -> new Footprints.Outlook(List.of(), List.of()))
                    .toList(),
                f.stepPredicates(),
                f.tallies())),
    NOTHING_IS_LOOKED_AT_IN_STEPS(
        f ->
            new Footprints(
                f.starts(),
                f.actions(),
                f.statePredicates(),
                blind(f.stepPredicates()),
                blind(f.tallies()))),
    NO_STEP_LEADS_BACK(f -> each(f, Fault::forwardOnly)),
    NO_GUARD_READS(f -> each(f, a -> with(a, List.of(), a.done(), a.labels()))),
    NOTHING_IS_READ(
        f ->
            each(
                f, a -> with(a, List.of(), without(a.done(), Kind.READ, Kind.IN_USE), a.labels()))),
    NOTHING_IS_WRITTEN(
        f ->
            each(
                f, a -> with(a, a.tested(), without(a.done(), Kind.WRITE, Kind.GROW), a.labels()))),
    NO_MUTEX_IS_TAKEN(
        f -> each(f, a -> with(a, a.tested(), without(a.done(), Kind.ACQUIRE), a.labels()))),
    NO_MUTEX_IS_GIVEN_BACK(
        f -> each(f, a -> with(a, a.tested(), without(a.done(), Kind.RELEASE), a.labels()))),
    NO_LABEL_IS_READ(f -> each(f, a -> with(a, a.tested(), a.done(), List.of())));

    private final UnaryOperator<Footprints> change;

    Fault(UnaryOperator<Footprints> change) {
      this.change = change;
    }

    private static List<Footprints.View> blind(List<Footprints.View> views) {
      return views.stream().map(v -> new Footprints.View(new BitSet(), List.of())).toList();
    }

    private static Footprints each(Footprints f, UnaryOperator<ActionFootprint> change) {
      return new Footprints(
          f.starts(),
          f.actions().stream().map(change).toList(),
          f.statePredicates(),
          f.stepPredicates(),
          f.tallies());
    }

    private static ActionFootprint with(
        ActionFootprint a,
        List<Access> tested,
        List<Access> done,
        List<ActionFootprint.LabelSet> labels) {
      return new ActionFootprint(a.action(), a.process(), a.from(), a.to(), tested, done, labels);
    }

    private static List<Access> without(List<Access> accesses, Kind... kinds) {
      return accesses.stream().filter(a -> !List.of(kinds).contains(a.kind())).toList();
    }

    private static ActionFootprint forwardOnly(ActionFootprint a) {
      BitSet forward = (BitSet) a.to().clone();
      forward.clear(0, a.from() + 1);
      return new ActionFootprint(
          a.action(), a.process(), a.from(), forward, a.tested(), a.done(), a.labels());
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsInASmallSpec(Fault fault) throws InterruptedException {
    Spec spec = SmallSpecs.of(fault);
    assertTrue(isSame(spec, Set.of(), f -> f), "it is the fault that makes the difference");
    assertFalse(isSame(spec, Set.of(), fault.change));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NOTHING_IS_LOOKED_AT_IN_STATES", "NO_STEP_LEADS_BACK", "NOTHING_IS_WRITTEN"})
  void showsInRandomSpecs(Fault fault) throws InterruptedException {
    for (long seed = 0; seed < SPECS; seed++) {
      SharingSpec spec = SharingSpec.of(seed);
      if (!isSame(spec.spec(), spec.selected(), fault.change)) return;
    }
    fail("nothing shows in " + SPECS + " specs");
  }

  private static boolean isSame(Spec spec, Set<String> selected, UnaryOperator<Footprints> change)
      throws InterruptedException {
    TransitionSystem system = InterpretedSystem.of(spec);
    Reduced reduced = Reduced.of(system, new Lying(system, change), selected, false, MAX_STATES);
    if (!reduced.isComplete()) return true;
    try {
      reduced.assertPreserved();
      return true;
    } catch (AssertionError different) {
      return false;
    }
  }

  /** In each, what the fault hides is reached only by a step that it makes superfluous. */
  private static final class SmallSpecs {
    private final Spec.Builder spec = Spec.builder("small");
    private final Ref x = spec.variable("x", Type.range(0, 1));
    private final Ref y = spec.variable("y", Type.range(0, 1));
    private final Ref lock = spec.variable("lock", Type.mutex("lock"));
    private final Local i = Local.local("i", Type.range(0, 1));

    static Spec of(Fault fault) {
      SmallSpecs small = new SmallSpecs();
      small.write(fault);
      return small
          .spec
          .property(new Property.Checked("checks", ""))
          .property(new Property.NoStuckState("no-stuck-state", ""))
          .build();
    }

    private void write(Fault fault) {
      switch (fault) {
        case NOTHING_IS_LOOKED_AT_IN_STATES -> {
          first(block().step("up", increment(x)).step("down", decrement(x)));
          second(block().step("up", increment(y)).step("down", decrement(y)));
          spec.property(
              new Property.Invariant(
                  "one is down", "", List.of(clause("x or y", x.is(0).or(y.is(0))))));
        }
        case NOTHING_IS_LOOKED_AT_IN_STEPS -> {
          first(block().step("x", increment(x)));
          second(block().step("y", increment(y)));
          spec.property(
              new Property.StepInvariant(
                  "x first", "", List.of(clause("y is 0", next(x).isNot(x), y.is(0)))));
        }
        case NO_STEP_LEADS_BACK -> {
          first(block().loop(block().step("turn", assign(i, i.plus(1).modulo(2)))));
          second(block().step("check", checkThat(x.is(1))));
        }
        case NO_GUARD_READS -> {
          first(block().await("x is 0", x.is(0), assign(i, 1)));
          second(block().step("x", increment(x)));
        }
        case NOTHING_IS_READ -> {
          first(block().step("check", checkThat(x.is(0))));
          second(block().step("x", increment(x)));
        }
        case NOTHING_IS_WRITTEN -> {
          first(block().step("x", increment(x)));
          second(block().step("check", checkThat(x.is(1))));
        }
        case NO_MUTEX_IS_TAKEN -> {
          first(block().step("lock", acquire(lock)));
          second(block().step("lock", acquire(lock)).step("check", checkThat(x.is(1))));
        }
        case NO_MUTEX_IS_GIVEN_BACK -> {
          first(
              block()
                  .step("lock", acquire(lock))
                  .step("unlock", release(lock))
                  .step("check", checkThat(x.is(0))));
          second(
              block()
                  .step("lock", acquire(lock))
                  .step("up", increment(x))
                  .step("down", decrement(x))
                  .step("unlock", release(lock)));
        }
        default -> {
          first(
              block().step("out", assign(i, 1)).call(program("in").step("in", assign(i, 0)).end()));
          second(block().step("check", checkThat(not(inside("first", null, "in")))));
        }
      }
    }

    private void first(Block body) {
      spec.process("first", program("one", i).then(body).end());
    }

    private void second(Block body) {
      spec.process("second", program("two").then(body).end());
    }

    private static Effect checkThat(Expr condition) {
      return check("checks", "checked", condition);
    }
  }

  /** A system with other footprints. */
  private static final class Lying extends ForwardingSystem {
    private final UnaryOperator<Footprints> change;

    Lying(TransitionSystem system, UnaryOperator<Footprints> change) {
      super(system);
      this.change = change;
    }

    @Override
    public Optional<Footprints> footprints() {
      return base.footprints().map(change);
    }

    @Override
    public Explorer newExplorer() {
      return base.newExplorer();
    }
  }
}
