package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Bounds of the value of an expression, from the domains of what it reads. Both are included. */
record Interval(long low, long high) {
  private static final Interval ANY = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Interval TRUTH = new Interval(0, 1);

  static Interval of(Expr e, Scope scope) {
    Integer constant = Evaluator.constant(e, scope);
    if (constant != null) return new Interval(constant, constant);
    if (e instanceof Ref ref) return of(ref.type().scalar("value of " + ref));
    if (e instanceof Expr.Binary binary) return of(binary, scope);
    if (e instanceof Expr.Conditional c) {
      Interval a = of(c.then(), scope);
      Interval b = of(c.otherwise(), scope);
      return new Interval(Math.min(a.low, b.low), Math.max(a.high, b.high));
    }
    if (e instanceof Expr.Next next) return of(next.operand(), scope);
    if (e instanceof Expr.Quantified q && q.quantifier() == Expr.Quantifier.COUNT)
      return new Interval(0, q.variable().index().size());
    if (e instanceof Expr.Length length)
      return new Interval(
          0, length.of().type() instanceof Type.Queue queue ? queue.capacity() : Integer.SIZE);
    return TRUTH;
  }

  private static Interval of(Expr.Binary e, Scope scope) {
    Interval l = of(e.left(), scope);
    Interval r = of(e.right(), scope);
    return switch (e.operator()) {
      case PLUS -> unlessWrapped(l.low + r.low, l.high + r.high);
      case MINUS -> unlessWrapped(l.low - r.high, l.high - r.low);
      case DIVIDE ->
          r.low < 1
              ? ANY
              : new Interval(
                  Math.floorDiv(l.low, l.low < 0 ? r.low : r.high),
                  Math.floorDiv(l.high, l.high < 0 ? r.high : r.low));
      case MODULO ->
          r.low < 1 ? ANY : new Interval(0, l.low >= 0 ? Math.min(l.high, r.high - 1) : r.high - 1);
      case WITH, WITHOUT -> of(e.type().scalar("set"));
      default -> TRUTH;
    };
  }

  private static Interval unlessWrapped(long low, long high) {
    return low < Integer.MIN_VALUE || high > Integer.MAX_VALUE ? ANY : new Interval(low, high);
  }

  /** The values that a domain has. */
  static Interval of(Domain domain) {
    int base = LayoutBuilder.base(domain);
    return new Interval(base, base + domain.size() - 1);
  }

  boolean isWithin(Interval other) {
    return low >= other.low && high <= other.high;
  }
}
