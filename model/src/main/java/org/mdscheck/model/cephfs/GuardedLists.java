package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;

/**
 * Adds to each step of a program that uses a list of requests or the session table the check that
 * it is taken with M held. Which steps these are is read off the program.
 *
 * <p>No use: to wait until a list has changed, which stands for a completion; to begin something;
 * to clear a list with {@code reset}, as freeing the object that it is in does; a check that looks
 * at more than the code does.
 */
final class GuardedLists {
  static final String PROPERTY = "lists-under-mutex";

  private static final Set<String> LISTS =
      Set.of("s_waiting", "s_unsafe", "mdsc.sessions", "mdsc.waiting_for_map", "mdsc.request_tree");

  private GuardedLists() {}

  static Program of(Program program) {
    return new Program(program.name(), program.locals(), all(program.body()));
  }

  private static List<Statement> all(List<Statement> statements) {
    List<Statement> checked = new ArrayList<>();
    for (Statement statement : statements) checked.add(of(statement));
    return checked;
  }

  private static Statement of(Statement statement) {
    if (statement instanceof Statement.Step step) return of(step);
    if (statement instanceof Statement.Test test) return of(test);
    if (statement instanceof Statement.Call call) return new Statement.Call(of(call.program()));
    return statement.withBodies(GuardedLists::all);
  }

  private static Statement of(Statement.Step step) {
    if (step.kind().rests() || step.effects().isEmpty()) return step;
    SortedSet<String> used = new TreeSet<>();
    if (step.guard() != null) read(step.guard(), used);
    step.effects().forEach(effect -> use(effect, used));
    return new Statement.Step(
        step.label(), step.choice(), step.guard(), checked(step.effects(), used), step.kind());
  }

  /** As two steps, which is what a test is. */
  private static Statement of(Statement.Test test) {
    SortedSet<String> used = new TreeSet<>();
    read(test.condition(), used);
    List<Statement> then = all(test.then());
    List<Statement> otherwise = all(test.otherwise());
    if (used.isEmpty()) return new Statement.Test(test.label(), test.condition(), then, otherwise);
    return new Statement.Either(
        List.of(
            way(test.label() + " -> true", test.condition(), used, then),
            way(test.label() + " -> false", not(test.condition()), used, otherwise)));
  }

  private static List<Statement> way(
      String label, Expr guard, SortedSet<String> used, List<Statement> rest) {
    List<Statement> way = new ArrayList<>();
    way.add(new Statement.Step(label, null, guard, checked(List.of(), used), Statement.Kind.PLAIN));
    way.addAll(rest);
    return way;
  }

  /** The checks stand behind what takes a mutex and before the rest. */
  private static List<Effect> checked(List<Effect> effects, SortedSet<String> used) {
    List<Effect> all = new ArrayList<>(effects);
    int at = 0;
    while (at < all.size() && all.get(at) instanceof Effect.Acquire) at++;
    for (String list : used) {
      all.add(at, warn(PROPERTY, list + " is used without mdsc->mutex", holding(MdsClient.MUTEX)));
    }
    return all;
  }

  private static void use(Effect effect, SortedSet<String> used) {
    if (effect instanceof Effect.Assign e) {
      read(e.target(), used);
      read(e.value(), used);
    } else if (effect instanceof Effect.Enqueue e) {
      read(e.queue(), used);
      e.values().forEach(value -> read(value, used));
    } else if (effect instanceof Effect.Dequeue e) {
      read(e.queue(), used);
    } else if (effect instanceof Effect.Remove e) {
      read(e.queue(), used);
      read(e.value(), used);
    } else if (effect instanceof Effect.Check e) {
      if (!e.property().equals(SendMdsReconnect.ARRIVES)) read(e.condition(), used);
    } else if (effect instanceof Effect.When e) {
      read(e.condition(), used);
      e.then().forEach(inner -> use(inner, used));
      e.otherwise().forEach(inner -> use(inner, used));
    } else if (effect instanceof Effect.ForEach e) {
      e.body().forEach(inner -> use(inner, used));
    }
  }

  private static void read(Expr e, SortedSet<String> used) {
    if (e instanceof Ref ref) {
      place(ref, used);
    } else if (e instanceof Expr.Not not) {
      read(not.operand(), used);
    } else if (e instanceof Expr.Binary binary) {
      read(binary.left(), used);
      read(binary.right(), used);
    } else if (e instanceof Expr.Conditional conditional) {
      read(conditional.condition(), used);
      read(conditional.then(), used);
      read(conditional.otherwise(), used);
    } else if (e instanceof Expr.Quantified quantified) {
      read(quantified.body(), used);
    } else if (e instanceof Expr.Length length) {
      read(length.of(), used);
    } else if (e instanceof Expr.Contains contains) {
      read(contains.queue(), used);
      read(contains.value(), used);
    }
  }

  private static void place(Ref ref, SortedSet<String> used) {
    if (ref instanceof Ref.Variable variable) {
      if (LISTS.contains(variable.name())) used.add(variable.name());
    } else if (ref instanceof Ref.Element element) {
      read(element.index(), used);
      place(element.array(), used);
    } else if (ref instanceof Ref.Member member) {
      place(member.struct(), used);
    } else if (ref instanceof Ref.Item item) {
      read(item.position(), used);
      place(item.queue(), used);
    } else {
      assert ref instanceof Local;
    }
  }
}
