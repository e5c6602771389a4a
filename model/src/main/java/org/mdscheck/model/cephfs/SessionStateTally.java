package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Type;

/** Records for each step the change of {@code s_state} that it makes. */
final class SessionStateTally {
  static final String NAME = "session-state";

  private SessionStateTally() {}

  /** What the buckets mean: first nothing, then each pair of states. */
  static List<String> bucketNames() {
    List<String> names = new ArrayList<>(List.of("no change"));
    for (SessionState from : SessionState.values()) {
      for (SessionState to : SessionState.values()) names.add(from + " -> " + to);
    }
    return names;
  }

  /** The bucket of a step; registering and freeing a session are no changes of its state. */
  static Expr bucket(CephModel c) {
    Expr bucket = value(0);
    for (int id = 0; id < c.sessions().size(); id++) {
      Session s = c.session(new Expr.Constant(Type.id(c.sessions()), id));
      Expr lives = s.references().isMore(0).and(next(s.references()).isMore(0));
      Expr changed = s.state().isNot(next(s.state()));
      bucket = ifElse(changed.and(lives), pair(s.state(), next(s.state())), bucket);
    }
    return bucket;
  }

  private static Expr pair(Expr from, Expr to) {
    int states = SessionState.values().length;
    return number(from, states, 0).plus(number(to, 1, 1));
  }

  /** The ordinal of a state times a factor plus an offset. */
  private static Expr number(Expr state, int factor, int offset) {
    Expr number = value(offset);
    for (SessionState s : SessionState.values()) {
      number = ifElse(state.is(s), s.ordinal() * factor + offset, number);
    }
    return number;
  }
}
