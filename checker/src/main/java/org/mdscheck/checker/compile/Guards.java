package org.mdscheck.checker.compile;

import java.util.List;
import org.mdscheck.checker.spec.Expr;

/** What guards say of each other, as far as their text tells. */
final class Guards {
  private Guards() {}

  /**
   * Whether in every state one of the edges is enabled: one has no guard, or two have a condition
   * and its opposite.
   */
  static boolean neverBlock(List<Cfg.Edge> edges) {
    for (Cfg.Edge edge : edges) {
      if (!edge.acquired().isEmpty()) continue;
      if (edge.guards().isEmpty()) return true;
      if (edge.guards().size() == 1 && edges.stream().anyMatch(other -> areOpposite(edge, other)))
        return true;
    }
    return false;
  }

  private static boolean areOpposite(Cfg.Edge edge, Cfg.Edge other) {
    if (other.guards().size() != 1 || !other.acquired().isEmpty()) return false;
    Cfg.Guard a = plain(edge.guards().get(0));
    Cfg.Guard b = plain(other.guards().get(0));
    return a.scope() == b.scope()
        && a.wanted() != b.wanted()
        && a.condition().equals(b.condition());
  }

  /** The same guard without a negation. */
  private static Cfg.Guard plain(Cfg.Guard guard) {
    if (guard.condition() instanceof Expr.Not not)
      return plain(new Cfg.Guard(not.operand(), guard.scope(), !guard.wanted()));
    if (guard.condition() instanceof Expr.Binary b && opposite(b.operator()) != null)
      return new Cfg.Guard(
          new Expr.Binary(opposite(b.operator()), b.left(), b.right(), b.type()),
          guard.scope(),
          !guard.wanted());
    return guard;
  }

  /** The operator that is negated, for those that are negations; else null. */
  private static Expr.Operator opposite(Expr.Operator operator) {
    return switch (operator) {
      case NE -> Expr.Operator.EQ;
      case GT -> Expr.Operator.LE;
      case GE -> Expr.Operator.LT;
      default -> null;
    };
  }
}
