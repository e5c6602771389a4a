package org.mdscheck.checker.oracle.random;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;

/**
 * What a place in a program may mention beside the shared variables. Immutable.
 *
 * @param ids never null: the process itself, what was chosen, what a quantifier binds
 * @param locals of the programs around
 * @param isStep whether a process takes a step here, so that it can be asked what it holds
 */
record Names(List<Expr> ids, List<Local> locals, boolean isStep) {
  static final Names NONE = new Names(List.of(), List.of(), false);

  Names with(Expr id) {
    List<Expr> more = new ArrayList<>(ids);
    more.add(id);
    return new Names(List.copyOf(more), locals, isStep);
  }

  Names with(List<Local> own) {
    List<Local> more = new ArrayList<>(locals);
    more.addAll(own);
    return new Names(ids, List.copyOf(more), isStep);
  }

  Names inStep() {
    return new Names(ids, locals, true);
  }
}
