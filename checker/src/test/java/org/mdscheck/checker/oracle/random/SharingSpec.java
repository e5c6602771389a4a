package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.holdsAnyLock;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Effects;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * A small spec made from a seed in which most of what the processes do is nobody else's business:
 * they work on variables of their own, under one lock, under the lock of an object that they chose,
 * and now and then on what all share.
 *
 * @param isSymmetric whether its ids are interchangeable
 * @param selected names of the properties to check: no recovery property
 */
public record SharingSpec(Spec spec, boolean isSymmetric, Set<String> selected) {
  private static final String CHECKS = "checks";

  /** The spec of a seed: always the same one. */
  public static SharingSpec of(long seed) {
    return new Writer(seed).write();
  }

  /** Draws one spec. */
  private static final class Writer {
    private final Random random;
    private final Spec.Builder spec;
    private final Scalarset workers;
    private final Scalarset objects;
    private final Ref lock;
    private final Ref guarded;
    private final Ref lockOf;
    private final Ref dataOf;
    private final Ref refs;
    private final boolean isPool;
    private final Ref shared;
    private final Ref own;
    private final Ref budget;
    private final Local i = Local.local("i", Type.range(0, 2));
    private final Local who;
    private Expr self;
    private int labels;

    Writer(long seed) {
      random = new Random(seed);
      spec = Spec.builder("sharing(" + seed + ")");
      workers = spec.scalarset("w", 2 + random.nextInt(2));
      objects = spec.scalarset("o", 2);
      who = Local.local("who", Type.nullable(objects));
      lock = spec.variable("lock", Type.mutex("G"));
      guarded = spec.variable("guarded", Type.range(0, 2));
      lockOf = spec.variable("lockOf", Type.array(objects, Type.mutex("O")));
      isPool = random.nextInt(2) == 0;
      final Pool pool = new Pool(objects, CHECKS, "refs");
      refs = spec.variable("refs", pool, Type.range(0, 4));
      dataOf =
          isPool
              ? spec.variable("dataOf", pool, Type.range(0, 1))
              : spec.variable("dataOf", Type.array(objects, Type.range(0, 1)));
      shared = spec.variable("shared", Type.range(0, 1));
      own = spec.variable("own", Type.array(workers, Type.range(0, 1)));
      budget = spec.variable("budget", Type.range(0, 1), 1);
    }

    SharingSpec write() {
      spec.processes("worker", workers, this::worker);
      if (random.nextInt(3) == 0) spec.process("server", server());
      final List<Property> properties = properties();
      properties.forEach(spec::property);
      if (random.nextInt(6) == 0) spec.limit("limit", guarded.isLess(2));
      final Set<String> selected = new TreeSet<>();
      for (Property property : properties) {
        if (random.nextInt(3) == 0) selected.add(property.name());
      }
      selected.add(CHECKS);
      return new SharingSpec(spec.build(), true, selected);
    }

    private Program worker(Expr member) {
      self = member;
      final Block body = program("work", i, who);
      final boolean forEver = random.nextInt(3) > 0;
      final Block parts = forEver ? block() : body;
      call(parts);
      final int count = 1 + random.nextInt(3);
      for (int part = 0; part < count; part++) part(parts);
      return forEver ? body.loop(parts).end() : body.end();
    }

    private Program server() {
      self = null;
      final Block parts = block();
      part(parts);
      if (random.nextBoolean()) part(parts);
      return random.nextBoolean()
          ? program("serve", i, who).loop(parts).end()
          : program("serve", i, who).then(parts).end();
    }

    private void part(Block b) {
      switch (random.nextInt(9)) {
        case 0, 1 -> alone(b);
        case 2 -> circle(b);
        case 3, 4 -> underLock(b);
        case 5, 6 -> onObject(b);
        case 7 -> together(b);
        default -> call(b);
      }
    }

    /** On variables that nobody else touches. */
    private void alone(Block b) {
      b.step(label("own"), changeOwn());
      switch (random.nextInt(5)) {
        case 0 -> b.test(label("test"), i.is(0), block().step(label("own"), changeOwn()));
        case 1 -> b.choose(label("any"), 0, 1, x -> given(i.isLess(2), assign(i, x)));
        case 2 -> b.step(label("check"), complaint(i.isLess(2)));
        case 3 -> b.await(label("await"), i.isMore(0), changeOwn());
        default -> b.step(label("own"), changeOwn());
      }
    }

    /** Round and round without a word to others; perhaps for ever. */
    private void circle(Block b) {
      final Block round =
          block().step(label("turn"), assign(i, i.plus(1).modulo(2))).step("own", changeOwn());
      if (random.nextInt(3) > 0) round.test(label("enough"), i.is(0), block().leave());
      b.loop(round);
    }

    private void underLock(Block b) {
      b.step(label("lock"), acquire(lock));
      for (int step = random.nextInt(2); step >= 0; step--) b.step(label("in"), change(guarded, 3));
      if (random.nextInt(4) == 0)
        b.test(label("test"), guarded.is(0), block().step(label("in"), complaint(own().is(0))));
      b.step(label("unlock"), release(lock));
    }

    private void onObject(Block b) {
      final boolean nested = random.nextInt(4) == 0;
      b.choose(label("choose"), objects, o -> given(i.isLess(2), assign(who, o)));
      if (isPool && random.nextInt(8) > 0)
        b.await(label("get"), refs.at(who).isLess(4), increment(refs.at(who)));
      if (nested) b.step(label("lock"), acquire(lock));
      b.step(label("lock object"), acquire(lockOf.at(who)));
      b.step(label("in object"), change(dataOf.at(who), 2));
      if (random.nextInt(3) == 0)
        b.step(label("check"), complaint(dataOf.at(who).is(0).or(own().is(0))));
      b.step(label("unlock object"), release(lockOf.at(who)));
      if (nested) b.step(label("unlock"), release(lock));
      if (isPool) b.step(label("put"), when(refs.at(who).isMore(0), decrement(refs.at(who))));
    }

    /** What others see and do as well. */
    private void together(Block b) {
      switch (random.nextInt(8)) {
        case 0 -> b.step(label("shared"), change(shared, 2));
        case 1 -> b.test(label("look"), shared.is(0), block().step(label("own"), changeOwn()));
        case 2 -> b.await(label("await"), not(locked(lock)), changeOwn());
        case 3 -> b.await(label("await"), shared.is(1), change(shared, 2));
        case 4 -> b.fault(label("fault"), budget, change(guarded, 3));
        case 5 -> b.await(label("await"), not(inside("worker", null, "called")), changeOwn());
        case 6 -> b.choose(label("free"), objects, o -> given(unreferenced(o), assign(i, shared)));
        default -> b.step(label("check"), complaint(guarded.isLess(2).or(shared.is(0))));
      }
    }

    private void call(Block b) {
      final Local inner = Local.local("inner", Type.range(0, 1));
      b.call(
          program("called", inner)
              .step(label("take"), assign(inner, own()))
              .branch(inner.is(0), block().step(label("zero"), changeOwn()))
              .step(label("give"), change(random.nextInt(3) == 0 ? shared : own(), 2))
              .end());
    }

    private Ref own() {
      return self == null ? budget : own.at(self);
    }

    private Effect changeOwn() {
      return random.nextBoolean() ? change(i, 2) : self == null ? change(i, 3) : change(own(), 2);
    }

    private Effect change(Ref place, int values) {
      if (random.nextInt(3) == 0) return assign(place, random.nextInt(values));
      final Effect next = assign(place, place.plus(1).modulo(values));
      return random.nextInt(4) == 0 ? when(i.is(0), next) : next;
    }

    private Effect complaint(Expr condition) {
      final String text = "complaint " + labels++;
      return switch (random.nextInt(4)) {
        case 0 -> check(CHECKS, text, condition);
        // Not a value of i, where the condition is false: a fault of the spec.
        case 1 ->
            random.nextInt(4) == 0
                ? Effects.whenElse(condition, assign(i, 0), increment(i))
                : warn(CHECKS, text, condition);
        default -> warn(CHECKS, text, condition);
      };
    }

    private String label(String kind) {
      return kind + " " + labels++;
    }

    private List<Property> properties() {
      final List<Property> properties = new ArrayList<>();
      properties.add(new Property.Checked(CHECKS, ""));
      properties.add(new Property.NoStuckState("no-stuck-state", ""));
      properties.add(invariant("no-wait-cycle", clause("none", noWaitCycle())));
      properties.add(
          invariant(
              "own",
              clause("few", exists(workers, w -> own.at(w).is(random.nextInt(2)))),
              clause("with guarded", guarded.is(2), exists(workers, w -> own.at(w).is(0)))));
      properties.add(
          invariant("guarded", clause("and shared", not(guarded.is(1).and(shared.is(1))))));
      properties.add(
          invariant(
              "at rest",
              clause(
                  "none", not(inside("worker", null, "work")), not(holdsAnyLock("worker", null)))));
      properties.add(
          new Property.StepInvariant(
              "guard", "", List.of(clause("held", next(guarded).isNot(guarded), holding("G")))));
      properties.add(
          new Property.StepInvariant(
              "order", "", List.of(clause("data", next(shared).isNot(shared), guarded.isLess(2)))));
      properties.add(
          new Property.Cover(
              "cover", "", guarded.is(random.nextInt(3)).and(shared.is(random.nextInt(2)))));
      properties.add(
          new Property.Cover(
              "data", "", exists(objects, o -> dataOf.at(o).is(1).and(locked(lockOf.at(o))))));
      return properties;
    }

    private static Property invariant(String name, Property.Clause... clauses) {
      return new Property.Invariant(name, "", List.of(clauses));
    }
  }
}
