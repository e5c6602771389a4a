package org.mdscheck.checker.oracle.wild;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;

/**
 * What an expression may mention beside the shared variables. Immutable.
 *
 * @param bounds what is bound around it
 * @param locals of the programs around it
 * @param moment what it is evaluated against
 */
record Names(List<Expr> bounds, List<Local> locals, Moment moment) {

  /** What decides which questions can be asked. */
  enum Moment {
    /** A state. */
    STATE,
    /** A state in which a process takes a step. */
    STEP,
    /** Locals alone, after a step. */
    BRANCH,
    /** A step, with the state after it. */
    CHANGE
  }

  static Names at(Moment moment) {
    return new Names(List.of(), List.of(), moment);
  }

  Names with(Expr bound) {
    List<Expr> more = new ArrayList<>(bounds);
    more.add(bound);
    return new Names(List.copyOf(more), locals, moment);
  }

  Names with(List<Local> own) {
    List<Local> more = new ArrayList<>(locals);
    more.addAll(own);
    return new Names(bounds, List.copyOf(more), moment);
  }

  Names at(List<Expr> otherBounds, Moment other) {
    return new Names(otherBounds, locals, other);
  }
}
