package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * Threads that run fixed sequences of steps over two mutexes, a session state of eight values and a
 * registered flag, beside an environment that restarts a bounded number of times: the model on
 * which model checkers are compared.
 *
 * <p>Three threads and one restart: 8,223,972 states, 27,186,226 steps, depth 201, and 1,423,269
 * states up to renaming the threads. SPIN 6.5.2 ({@code -DNOREDUCE}), TLC, LTSmin, CMurphi and
 * Rumur agree on these.
 */
public final class Kern {
  private final Spec.Builder spec;
  private final Ref mutexA;
  private final Ref mutexB;
  private final Ref session;
  private final Ref registered;
  private final Ref environment;
  private final Ref restarts;
  private final int maxRestarts;

  private Kern(int threads, int maxRestarts) {
    this.maxRestarts = maxRestarts;
    spec = Spec.builder("kern(" + threads + ", " + maxRestarts + ")");
    mutexA = spec.variable("mA", Type.mutex("A"));
    mutexB = spec.variable("mB", Type.mutex("B"));
    session = spec.variable("sess", Type.range(0, 7));
    registered = spec.variable("reg", Type.bool());
    environment = spec.variable("env", Type.range(0, 5));
    restarts = spec.variable("resets", Type.range(0, maxRestarts));
  }

  /** The model with interchangeable threads. */
  public static Spec spec(int threads, int maxRestarts) {
    Kern model = new Kern(threads, maxRestarts);
    Scalarset ids = model.spec.scalarset("t", threads);
    return model
        .spec
        .processes("thread", ids, self -> model.thread())
        .process("environment", model.environment())
        .property(new Property.NoStuckState("no-stuck-state", "something can happen"))
        .build();
  }

  private Program thread() {
    Local seen = Local.local("loc", Type.range(0, 3));
    Local flag = Local.local("f", Type.bool());
    Expr half = half(session);
    return program("thread", seen, flag)
        .loop(
            block()
                .step("0: loc = sess / 2", assign(seen, half))
                .step("1: f = reg", assign(flag, registered))
                .step("2: lock A", acquire(mutexA))
                .either(
                    block()
                        .await(
                            "3: if (sess / 2 == loc) sess++",
                            half.is(seen),
                            assign(session, session.plus(1).modulo(8)),
                            reset(seen))
                        .step("4: reg = !f", assign(registered, not(flag)), reset(flag)),
                    block().await("3: else", half.isNot(seen), reset(seen)))
                .step("5: lock B", acquire(mutexB))
                .step("6: loc = sess / 2", assign(seen, half))
                .step("7: unlock A", release(mutexA))
                .step("8: f = env >= 3", assign(flag, environment.isAtLeast(3)))
                .step("9: if (f && reg) sess = 7", when(flag.and(registered), assign(session, 7)))
                .step("10: unlock B", release(mutexB))
                .either(
                    block()
                        .await("11: if (loc != sess / 2)", seen.isNot(half), reset(seen))
                        .step("12: lock A", acquire(mutexA))
                        .step(
                            "13: if (f) sess = 0; unlock A",
                            when(flag, assign(session, 0)),
                            reset(flag),
                            release(mutexA)),
                    block().await("11: else", seen.is(half), reset(seen)))
                .step("14: f = false", reset(flag)))
        .end();
  }

  private Program environment() {
    return program("environment")
        .loop(
            block()
                .either(
                    block().await("go on", environment.isOneOf(0, 1, 3), increment(environment)),
                    block()
                        .await(
                            "go on while A is free",
                            environment.is(2).and(not(locked(mutexA))),
                            assign(environment, 3)),
                    block()
                        .await(
                            "go on when registered",
                            environment.is(4).and(registered),
                            assign(environment, 5)),
                    block()
                        .await(
                            "restart",
                            environment.isOneOf(2, 5).and(restarts.isLess(maxRestarts)),
                            assign(environment, 0),
                            increment(restarts),
                            assign(registered, false))))
        .end();
  }

  /** Half of a number in {@code 0 .. 7}, rounded down. */
  private static Expr half(Expr number) {
    return ifElse(number.isLess(4), ifElse(number.isLess(2), 0, 1), ifElse(number.isLess(6), 2, 3));
  }
}
