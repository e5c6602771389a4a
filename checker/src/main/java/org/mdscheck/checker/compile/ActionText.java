package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Action;

/** What reports say of an edge. */
final class ActionText {
  private ActionText() {}

  static Action of(Cfg.Edge edge, int process) {
    String function = edge.functions().get(edge.functions().size() - 1);
    return new Action(
        edge.action(),
        process,
        edge.functions(),
        edge.label(),
        function + ": " + edge.label(),
        edge.kind() == Statement.Kind.FAULT,
        edge.kind() == Statement.Kind.OPTION,
        edge.acquired().isEmpty() ? null : lockClass(edge.acquired().get(0)),
        released(edge));
  }

  private static String released(Cfg.Edge edge) {
    for (Effect effect : edge.effects())
      if (effect instanceof Effect.Release release) return lockClass(release.mutex());
    return null;
  }

  static String lockClass(Ref mutex) {
    return ((Type.Mutex) mutex.type()).lockClass();
  }
}
