package org.mdscheck.checker.failure;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
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

/**
 * A worker uses a bench, leaves it for a while and takes it again; then the day begins anew. A
 * visitor looks in, a carrier brings things.
 */
final class Workshop {
  static final String NEVER_BROKEN = "never-broken";
  static final String NOBODY_LOOKS_IN = "nobody-looks-in";
  static final String NEVER_DROPPED = "never-dropped";
  static final String NEVER_STUCK = "never-stuck";

  private final Spec.Builder spec = Spec.builder("workshop");
  private final Ref bench = spec.variable("bench", Type.mutex("bench"));
  private final Ref isAway = spec.variable("away", Type.bool());
  private final Ref isSeen = spec.variable("seen", Type.bool());
  private final Ref isBroken = spec.variable("broken", Type.bool());
  private final Ref isDropped = spec.variable("dropped", Type.bool());
  private final Ref faults = spec.variable("faults", Type.range(0, 2), value(2));

  static Spec spec() {
    Workshop shop = new Workshop();
    shop.spec.process("worker", shop.work());
    shop.spec.process(
        "visitor", program("visit").step("look", assign(shop.isSeen, shop.isAway)).end());
    shop.spec.process(
        "carrier",
        program("carry")
            .fault("the load is dropped", shop.faults, assign(shop.isDropped, true))
            .end());
    return shop.spec
        .property(never(NEVER_BROKEN, shop.isBroken))
        .property(never(NOBODY_LOOKS_IN, shop.isSeen))
        .property(never(NEVER_DROPPED, shop.isDropped))
        .build();
  }

  private static Property never(String name, Expr what) {
    return new Property.Invariant(name, "never", List.of(clause("not so", not(what))));
  }

  /** From the last unlock to the first lock is a day's end: no window. */
  private Program work() {
    return program("work")
        .loop(
            block()
                .rest("mutex_lock(&bench), a day begins", value(true), acquire(bench))
                .either(
                    block().await("all is well", value(true)),
                    block().fault("the tool breaks", faults, assign(isBroken, true)))
                .step("mutex_unlock(&bench)", release(bench), assign(isAway, true))
                .await("a walk", value(true))
                .step("mutex_lock(&bench)", acquire(bench), assign(isAway, false))
                .step("mutex_unlock(&bench), the day ends", release(bench)))
        .end();
  }

  /** An owner takes the bench while the worker is away, and gives it back. */
  static Spec withAnOwnerWhoWaitsForTheWindow() {
    Workshop shop = new Workshop();
    Ref tools = shop.spec.variable("tools", Type.mutex("tools"));
    shop.spec.process(
        "worker",
        program("work")
            .step("mutex_lock(&bench)", acquire(shop.bench))
            .step("mutex_unlock(&bench)", release(shop.bench))
            .step("mutex_lock(&tools)", acquire(tools))
            .step("mutex_unlock(&tools)", release(tools))
            .end());
    shop.spec.process(
        "owner",
        program("own")
            .step("mutex_lock(&tools)", acquire(tools))
            .await("look", value(true))
            .step("mutex_unlock(&tools)", release(tools))
            .end());
    return shop.spec.property(new Property.NoStuckState(NEVER_STUCK, "it goes on")).build();
  }
}
