package org.mdscheck.cli.models;

import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Session;
import org.mdscheck.model.cephfs.SessionState;

/** The changes of {@code s_state}, as a tally: a bucket for each pair of values. */
final class StateTally {
  /** Name of the tally. */
  static final String NAME = "s_state";

  private static final SessionState[] STATES = SessionState.values();

  private final CephModel model;

  StateTally(CephModel model) {
    this.model = model;
  }

  /** A step writes the state of one session at most. Objects that are freed do not count. */
  Spec.StepTally tally() {
    final List<String> names = new ArrayList<>(List.of("no change"));
    for (SessionState from : STATES) {
      for (SessionState to : STATES) names.add(from + " -> " + to);
    }
    Expr bucket = value(0);
    for (int from = STATES.length - 1; from >= 0; from--) {
      bucket = ifElse(someSession(leaves(STATES[from])), byTarget(from), bucket);
    }
    return new Spec.StepTally(NAME, bucket, names);
  }

  private Expr byTarget(int from) {
    final int before = 1 + from * STATES.length;
    Expr bucket = value(0);
    for (int to = STATES.length - 1; to >= 0; to--) {
      final SessionState target = STATES[to];
      bucket =
          ifElse(
              someSession(s -> leaves(STATES[from]).of(s).and(next(s.state()).is(target))),
              before + to,
              bucket);
    }
    return bucket;
  }

  private static Condition leaves(SessionState state) {
    return s ->
        s.references()
            .isMore(0)
            .and(next(s.references()).isMore(0))
            .and(s.state().is(state))
            .and(next(s.state()).isNot(state));
  }

  private Expr someSession(Condition condition) {
    return exists(model.sessions(), id -> condition.of(model.session(id)));
  }

  private interface Condition {
    Expr of(Session session);
  }
}
