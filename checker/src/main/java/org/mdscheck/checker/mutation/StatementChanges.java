package org.mdscheck.checker.mutation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Statement.Kind;
import org.mdscheck.checker.spec.Statement.Step;

/** Steps left out, exchanged or done regardless. The programs that are called stay as they are. */
final class StatementChanges {
  private StatementChanges() {}

  /** All changes of a list of statements, those inside of them included. */
  static Stream<Change<List<Statement>>> of(List<Statement> statements) {
    return Stream.concat(
        swaps(statements), Lists.oneChanged(statements, StatementChanges::changes));
  }

  private static Stream<Change<List<Statement>>> swaps(List<Statement> statements) {
    return IntStream.range(1, statements.size())
        .filter(i -> isPlain(statements.get(i - 1)) && isPlain(statements.get(i)))
        .mapToObj(
            i -> {
              Step first = (Step) statements.get(i - 1);
              Step second = (Step) statements.get(i);
              return new Change<>(
                  MutationOperator.SWAP,
                  second.label() + ": before " + first.label(),
                  Lists.replaced(statements, i - 1, 2, List.of(second, first)));
            });
  }

  private static boolean isPlain(Statement statement) {
    return statement instanceof Step step
        && step.kind() == Kind.PLAIN
        && step.choice() == null
        && step.guard() == null
        && !step.effects().isEmpty();
  }

  private static Stream<Change<List<Statement>>> changes(Statement statement) {
    if (statement instanceof Statement.Call call) {
      String text = "without " + call.program().name() + "()";
      return Stream.of(new Change<>(MutationOperator.SKIP, text, List.of()));
    }
    return inside(statement).map(c -> c.in(List::of));
  }

  private static Stream<Change<Statement>> inside(Statement statement) {
    if (statement instanceof Step step) return step(step).map(c -> c.at(step.label()));
    if (statement instanceof Statement.Loop loop)
      return of(loop.body()).map(c -> c.in(Statement.Loop::new));
    if (statement instanceof Statement.Either either) {
      return Lists.oneChanged(either.ways(), way -> of(way).map(c -> c.in(List::of)))
          .map(c -> c.in(Statement.Either::new));
    }
    if (statement instanceof Statement.Test test) {
      return branches(
          test.label(),
          test.condition(),
          test.then(),
          test.otherwise(),
          (condition, then, other) -> new Statement.Test(test.label(), condition, then, other));
    }
    if (statement instanceof Statement.Branch branch) {
      return branches(
          "branch", branch.condition(), branch.then(), branch.otherwise(), Statement.Branch::new);
    }
    return Stream.empty();
  }

  /** Two ways under a condition. */
  private interface Ways {
    Statement of(Expr condition, List<Statement> then, List<Statement> otherwise);
  }

  private static Stream<Change<Statement>> branches(
      String label, Expr condition, List<Statement> then, List<Statement> otherwise, Ways ways) {
    return Stream.of(
            ConditionChanges.of(condition, true)
                .map(c -> c.in(e -> ways.of(e, then, otherwise)).at(label)),
            of(then).map(c -> c.in(some -> ways.of(condition, some, otherwise))),
            of(otherwise).map(c -> c.in(some -> ways.of(condition, then, some))))
        .flatMap(changes -> changes);
  }

  /** Faults keep their guard and the first effect, which spends the budget. */
  private static Stream<Change<Statement>> step(Step step) {
    int spent = step.kind() == Kind.FAULT ? 1 : 0;
    List<Effect> effects = step.effects();
    Stream<Change<Statement>> left =
        EffectChanges.of(effects.subList(spent, effects.size()))
            .map(
                c ->
                    c.in(
                        some ->
                            StepForm.step(
                                step,
                                step.guard(),
                                Lists.replaced(effects, spent, effects.size() - spent, some))));
    if (step.guard() == null || step.kind() == Kind.FAULT) return left;
    return Stream.concat(
        ConditionChanges.of(step.guard(), false)
            .map(c -> c.in(e -> StepForm.step(step, e, effects))),
        left);
  }
}
