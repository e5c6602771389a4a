package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Whether a value fits where it goes in every state, as far as types tell. */
final class Fit {
  private Fit() {}

  /** Whether the value is an index of the array, always. */
  static boolean always(Expr value, Scope scope, Type.Index index) {
    int low = Evaluator.low(index);
    Integer constant = Evaluator.constant(value, scope);
    if (constant != null) return constant >= low && constant < low + index.size();
    return value instanceof Ref ref
        && ref.type() instanceof Type.Scalar s
        && s.domain().size() <= index.size()
        && LayoutBuilder.base(s.domain()) >= low
        && LayoutBuilder.base(s.domain()) + s.domain().size() <= low + index.size();
  }

  /** Whether the value is one of the domain, always. */
  static boolean always(Expr value, Scope scope, Domain domain) {
    Integer constant = Evaluator.constant(value, scope);
    if (constant != null) return isIn(constant, constant, domain);
    if (value instanceof Expr.Conditional c)
      return always(c.then(), scope, domain) && always(c.otherwise(), scope, domain);
    if (domain instanceof Domain.Bool) return true;
    if (domain instanceof Domain.SetOf) return true;
    boolean isPlace = value instanceof Ref || value instanceof Bound;
    if (!isPlace || !(value.type() instanceof Type.Scalar s)) return false;
    long low = LayoutBuilder.base(s.domain());
    return isIn(low, low + s.domain().size() - 1, domain);
  }

  /** Whether an operator has a value, always. */
  static boolean hasValue(Expr.Binary e, Scope scope) {
    return switch (e.operator()) {
      case DIVIDE, MODULO -> {
        Integer divisor = Evaluator.constant(e.right(), scope);
        yield divisor != null && divisor != 0;
      }
      case WITH, WITHOUT -> {
        Integer id = Evaluator.constant(e.left(), scope);
        boolean isNeverNull =
            e.left().type() instanceof Type.Scalar s
                && s.domain() instanceof Domain.Id of
                && !of.nullable();
        yield id != null ? id >= 0 : isNeverNull;
      }
      default -> true;
    };
  }

  private static boolean isIn(long low, long high, Domain domain) {
    long base = LayoutBuilder.base(domain);
    return low >= base && high < base + domain.size();
  }
}
