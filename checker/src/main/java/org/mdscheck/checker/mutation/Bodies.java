package org.mdscheck.checker.mutation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Expressions;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Statement.Step;

/** The statements inside of a statement; those of a program that it calls are not. */
final class Bodies {
  private Bodies() {}

  /** The step with another guard and other effects; one that has neither is still a step. */
  static Step step(Step step, Expr guard, List<Effect> effects) {
    boolean isEmpty = guard == null && effects.isEmpty();
    return new Step(
        step.label(),
        step.choice(),
        isEmpty ? Expressions.value(true) : guard,
        effects,
        step.kind());
  }

  static Stream<List<Statement>> of(Statement statement) {
    if (statement instanceof Statement.Test test) return Stream.of(test.then(), test.otherwise());
    if (statement instanceof Statement.Branch branch)
      return Stream.of(branch.then(), branch.otherwise());
    if (statement instanceof Statement.Loop loop) return Stream.of(loop.body());
    return statement instanceof Statement.Either either ? either.ways().stream() : Stream.empty();
  }

  /** The statement with each body in it replaced, in the order of the text. */
  static Statement replaced(Statement statement, UnaryOperator<List<Statement>> by) {
    if (statement instanceof Statement.Test test) {
      return new Statement.Test(
          test.label(), test.condition(), by.apply(test.then()), by.apply(test.otherwise()));
    }
    if (statement instanceof Statement.Branch branch) {
      return new Statement.Branch(
          branch.condition(), by.apply(branch.then()), by.apply(branch.otherwise()));
    }
    if (statement instanceof Statement.Loop loop) return new Statement.Loop(by.apply(loop.body()));
    return statement instanceof Statement.Either either
        ? new Statement.Either(either.ways().stream().map(by).toList())
        : statement;
  }
}
