package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** How many faults may still happen. */
final class Budgets {
  final Ref restarts;
  final Ref resets;
  final Ref failures;
  private final int mostFailures;

  Budgets(Spec.Builder spec, Bounds bounds) {
    restarts = budget(spec, "budget.mds_restarts", bounds.mdsRestarts());
    resets = budget(spec, "budget.resets", bounds.resets());
    failures = budget(spec, "budget.failures", bounds.failures());
    mostFailures = bounds.failures();
  }

  /** Whether no failure was spent. */
  Expr nothingFailed() {
    return failures.is(mostFailures);
  }

  private static Ref budget(Spec.Builder spec, String name, int most) {
    return spec.variable(name, Type.range(0, most), value(most));
  }
}
