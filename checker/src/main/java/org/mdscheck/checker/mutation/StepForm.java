package org.mdscheck.checker.mutation;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Expressions;
import org.mdscheck.checker.spec.Statement.Step;

/** Steps of which so much was taken away that the language asks whether they are meant. */
final class StepForm {
  private StepForm() {}

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
}
