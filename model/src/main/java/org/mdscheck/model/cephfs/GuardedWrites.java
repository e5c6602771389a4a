package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.locked;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;

/**
 * Adds to each write of a variable that a mutex is to guard ({@link Guard}) the check that it is
 * held. Which writes these are is read off the program. Reads are not judged: a map is read without
 * M in many places, {@code s_seq} in {@code __open_session()} without {@code s_mutex}.
 *
 * <p>No write: to clear a variable with {@code reset}, as freeing the object that it is in does.
 */
final class GuardedWrites {
  static final String PROPERTY = "writes-under-guard";

  private final Ref sessionMutexes;

  /**
   * @param sessionMutexes {@code s_mutex} of all sessions
   */
  GuardedWrites(Ref sessionMutexes) {
    this.sessionMutexes = sessionMutexes;
  }

  Program in(Program program) {
    return new Program(program.name(), program.locals(), all(program.body()));
  }

  private List<Statement> all(List<Statement> statements) {
    return statements.stream().map(this::in).toList();
  }

  private Statement in(Statement statement) {
    if (statement instanceof Statement.Step s)
      return new Statement.Step(s.label(), s.choice(), s.guard(), checked(s.effects()), s.kind());
    if (statement instanceof Statement.Call call) return new Statement.Call(in(call.program()));
    return statement.withBodies(this::all);
  }

  /** Each check stands before its write, so behind what the step takes before that. */
  private List<Effect> checked(List<Effect> effects) {
    List<Effect> all = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Assign e) check(e.target(), all);
      if (effect instanceof Effect.Enqueue e) check(e.queue(), all);
      if (effect instanceof Effect.Dequeue e) check(e.queue(), all);
      if (effect instanceof Effect.Remove e) check(e.queue(), all);
      all.add(within(effect));
    }
    return all;
  }

  private Effect within(Effect effect) {
    if (effect instanceof Effect.When e)
      return new Effect.When(e.condition(), checked(e.then()), checked(e.otherwise()));
    if (effect instanceof Effect.ForEach e)
      return new Effect.ForEach(e.variable(), checked(e.body()));
    return effect;
  }

  private void check(Ref target, List<Effect> checks) {
    if (target instanceof Ref.Member member) {
      check(member.struct(), checks);
    } else if (target instanceof Ref.Item item) {
      check(item.queue(), checks);
    } else if (target instanceof Ref.Variable variable) {
      check(variable.name(), null, checks);
    } else if (target instanceof Ref.Element element
        && element.array() instanceof Ref.Variable variable) {
      check(variable.name(), element.index(), checks);
    }
  }

  /**
   * @param index of the session, request or rank; null if there is one of it
   */
  private void check(String variable, Expr index, List<Effect> checks) {
    Guard guard = Guard.ofWritesTo(variable);
    Expr held =
        switch (guard) {
          case NONE -> null;
          case MDSC_MUTEX -> holding(MdsClient.MUTEX);
          case SESSION_MUTEX -> holding(Session.MUTEX).and(locked(sessionMutexes.at(index)));
        };
    if (held != null)
      checks.add(warn(PROPERTY, variable + " is written without " + guard.words(), held));
  }
}
