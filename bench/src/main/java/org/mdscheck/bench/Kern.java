package org.mdscheck.bench;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * Threads that run a fixed sequence of fifteen steps over two mutexes, a session of eight states
 * and a registered flag, beside an environment that restarts a bounded number of times.
 *
 * <p>Three threads and one restart: 8,223,972 states, 27,186,226 steps, depth 201, and 1,423,269
 * states up to renaming the threads. SPIN, TLC and Rumur agree.
 */
final class Kern {
  private final Spec.Builder spec;
  private final Ref mutexA;
  private final Ref mutexB;
  private final Ref session;
  private final Ref registered;
  private final Ref phase;
  private final Ref restarts;
  private final int maxRestarts;
  private final Local seen = Local.local("seen", Type.range(0, 3));
  private final Local flag = Local.local("flag", Type.bool());

  private Kern(int threads, int maxRestarts) {
    this.maxRestarts = maxRestarts;
    spec = Spec.builder("kern(" + threads + ", " + maxRestarts + ")");
    mutexA = spec.variable("A", Type.mutex("A"));
    mutexB = spec.variable("B", Type.mutex("B"));
    session = spec.variable("session", Type.range(0, 7));
    registered = spec.variable("registered", Type.bool());
    phase = spec.variable("phase", Type.range(0, 5));
    restarts = spec.variable("restarts", Type.range(0, maxRestarts));
  }

  /**
   * @param threads at least 1
   * @param maxRestarts at least 0
   */
  static Spec spec(int threads, int maxRestarts) {
    final Kern kern = new Kern(threads, maxRestarts);
    final Scalarset ids = kern.spec.scalarset("t", threads);
    return kern.spec
        .processes("thread", ids, self -> kern.thread())
        .process("environment", kern.environment())
        .property(exclusion("mutual-exclusion-a", ids, "with A", "reset"))
        .property(exclusion("mutual-exclusion-b", ids, "with A and B", "with B"))
        .build();
  }

  private static Property exclusion(String name, Scalarset ids, String... functions) {
    return new Property.Invariant(
        name,
        "at most one thread is in the critical section",
        List.of(
            clause("alone", count(ids, thread -> inside("thread", thread, functions)).isLess(2))));
  }

  private Program thread() {
    return program("thread", seen, flag)
        .loop(
            block()
                .step("0: seen = session / 2", assign(seen, half(session)))
                .step("1: flag = registered", assign(flag, registered))
                .step("2: lock(A)", acquire(mutexA))
                .call(withA())
                .call(withB())
                .either(
                    block()
                        .await(
                            "11: if (seen != session / 2)", seen.isNot(half(session)), reset(seen))
                        .step("12: lock(A)", acquire(mutexA))
                        .call(resetting()),
                    block().await("11: else", seen.is(half(session)), reset(seen)))
                .step("14: flag = false", reset(flag)))
        .end();
  }

  private Program withA() {
    return program("with A")
        .either(
            block()
                .await(
                    "3: if (session / 2 == seen) session++",
                    half(session).is(seen),
                    assign(session, session.plus(1).modulo(8)),
                    reset(seen))
                .step("4: registered = !flag", assign(registered, not(flag)), reset(flag)),
            block().await("3: else", half(session).isNot(seen), reset(seen)))
        .step("5: lock(B)", acquire(mutexB))
        .call(
            program("with A and B")
                .step("6: seen = session / 2", assign(seen, half(session)))
                .step("7: unlock(A)", release(mutexA))
                .end())
        .end();
  }

  private Program withB() {
    return program("with B")
        .step("8: flag = phase >= 3", assign(flag, phase.isAtLeast(3)))
        .step(
            "9: if (flag && registered) session = 7",
            when(flag.and(registered), assign(session, 7)))
        .step("10: unlock(B)", release(mutexB))
        .end();
  }

  private Program resetting() {
    return program("reset")
        .step(
            "13: if (flag) session = 0; unlock(A)",
            when(flag, assign(session, 0)),
            reset(flag),
            release(mutexA))
        .end();
  }

  private Program environment() {
    return program("environment")
        .loop(
            block()
                .either(
                    block().await("go on", phase.isOneOf(0, 1, 3), increment(phase)),
                    block()
                        .await(
                            "go on while A is free",
                            phase.is(2).and(not(locked(mutexA))),
                            assign(phase, 3)),
                    block()
                        .await(
                            "go on once registered", phase.is(4).and(registered), assign(phase, 5)),
                    block()
                        .await(
                            "restart",
                            phase.isOneOf(2, 5).and(restarts.isLess(maxRestarts)),
                            assign(phase, 0),
                            increment(restarts),
                            assign(registered, false))))
        .end();
  }

  private static Expr half(Expr number) {
    return number.dividedBy(2);
  }
}
