package org.mdscheck.checker.spec;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr.Operator;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/**
 * Factories of expressions, for static import. A wrong type is refused here, with the expression
 * named.
 */
public final class Expressions {
  private Expressions() {}

  /** A literal (Boolean, Integer, enum constant), or the expression itself. */
  public static Expr value(Object value) {
    if (value instanceof Expr expr) return expr;
    if (value instanceof Boolean b) return new Expr.Constant(Type.bool(), b ? 1 : 0);
    if (value instanceof Integer i) return new Expr.Constant(Type.range(i, i), i);
    if (value instanceof Enum<?> e)
      return new Expr.Constant(Type.enumOf(e.getDeclaringClass()), e.ordinal());
    throw new SpecException(
        "no literal of the language: "
            + value
            + " (use a boolean, an int, an enum constant or an expression)");
  }

  public static Expr not(Expr operand) {
    requireBool("not", operand);
    return new Expr.Not(operand);
  }

  public static Expr nobody() {
    return new Expr.Null();
  }

  public static Expr ifElse(Expr condition, Object then, Object otherwise) {
    requireBool("condition", condition);
    Expr a = value(then);
    Expr b = value(otherwise);
    if (!(a instanceof Expr.Null)) requireComparable("the two sides of a condition", a.type(), b);
    return new Expr.Conditional(condition, a, b);
  }

  public static Expr forAll(Scalarset ids, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.FOR_ALL, new Type.Index.ByIds(ids), ids.name(), body);
  }

  public static Expr exists(Scalarset ids, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.EXISTS, new Type.Index.ByIds(ids), ids.name(), body);
  }

  public static Expr count(Scalarset ids, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.COUNT, new Type.Index.ByIds(ids), ids.name(), body);
  }

  public static Expr forAll(int low, int high, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.FOR_ALL, new Type.Index.ByRange(low, high), "i", body);
  }

  public static Expr exists(int low, int high, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.EXISTS, new Type.Index.ByRange(low, high), "i", body);
  }

  public static Expr count(int low, int high, Function<Expr, Expr> body) {
    return quantified(Expr.Quantifier.COUNT, new Type.Index.ByRange(low, high), "i", body);
  }

  private static Expr quantified(
      Expr.Quantifier quantifier, Type.Index index, String name, Function<Expr, Expr> body) {
    Bound variable = new Bound(name, index);
    Expr inner = body.apply(variable);
    requireBool("body of a quantifier over " + name, inner);
    return new Expr.Quantified(quantifier, variable, inner);
  }

  /** Conjunction; true when there is nothing to join. */
  public static Expr allOf(Expr... terms) {
    Expr all = null;
    for (Expr term : terms) all = all == null ? term : all.and(term);
    return all == null ? value(true) : all;
  }

  /** Disjunction; false when there is nothing to join. */
  public static Expr anyOf(Expr... terms) {
    Expr any = null;
    for (Expr term : terms) any = any == null ? term : any.or(term);
    return any == null ? value(false) : any;
  }

  public static Expr length(Ref queue) {
    if (!(queue.type() instanceof Type.Queue))
      throw new SpecException("length of " + queue + ", which is " + queue.type());
    return new Expr.Length(queue);
  }

  /** Number of members of a set. */
  public static Expr size(Expr set) {
    setDomain("size", set);
    return new Expr.Length(set);
  }

  public static Expr isEmpty(Ref queue) {
    return length(queue).is(0);
  }

  public static Expr contains(Ref queue, Expr value) {
    if (!(queue.type() instanceof Type.Queue q))
      throw new SpecException("contains on " + queue + ", which is " + queue.type());
    requireComparable("element of " + queue, q.element(), value);
    return new Expr.Contains(queue, value);
  }

  /** The set with one more member. */
  public static Expr with(Expr set, Expr id) {
    return membership(Operator.WITH, id, set);
  }

  /** The set without a member. */
  public static Expr without(Expr set, Expr id) {
    return membership(Operator.WITHOUT, id, set);
  }

  public static Expr emptySet(Scalarset of) {
    return new Expr.Constant(Type.setOf(of), 0);
  }

  /** In a step property: the value after the step. */
  public static Expr next(Expr operand) {
    return new Expr.Next(operand);
  }

  public static Expr locked(Ref mutex) {
    requireMutex(mutex);
    return new Expr.Locked(mutex);
  }

  /** Whether the process that takes the step owns a mutex of the class. */
  public static Expr holding(String lockClass) {
    return new Expr.Holding(lockClass, null, null);
  }

  /** Whether a process of the family ({@code member} null: any) owns any mutex at all. */
  public static Expr holdsAnyLock(String family, Expr member) {
    return new Expr.Holding("", family, member);
  }

  /** In a step property: whether the step takes a mutex of the class. */
  public static Expr acquiring(String lockClass) {
    return new Expr.Acquiring(lockClass);
  }

  /**
   * Whether a process of the family is inside one of the functions; no function named: neither at
   * rest nor ended.
   */
  public static Expr inside(String family, Expr member, String... functions) {
    return new Expr.Inside(family, member, List.of(functions));
  }

  public static Expr unreferenced(Expr id) {
    idDomain("unreferenced", id);
    return new Expr.Unreferenced(id);
  }

  public static Expr noWaitCycle() {
    return new Expr.NoWaitCycle();
  }

  static Expr compare(Operator operator, Expr left, Object right) {
    Expr r = value(right);
    requireComparable(left + " " + operator, left.type(), r);
    if (operator != Operator.EQ && operator != Operator.NE) {
      Domain domain = left.type().scalar(left.toString());
      if (!(domain instanceof Domain.Range) && !(domain instanceof Domain.Enumeration)) {
        throw new SpecException(
            left + " " + operator + " " + r + ": only integers and enums are ordered");
      }
    }
    return new Expr.Binary(operator, left, r, Type.bool());
  }

  static Expr logic(Operator operator, Expr left, Expr right) {
    requireBool(operator.toString(), left);
    requireBool(operator.toString(), right);
    return new Expr.Binary(operator, left, right, Type.bool());
  }

  static Expr arithmetic(Operator operator, Expr left, Object right) {
    Expr r = value(right);
    Domain.Range a = range(operator, left);
    Domain.Range b = range(operator, r);
    Type type =
        switch (operator) {
          case PLUS -> Type.range(a.low() + b.low(), a.high() + b.high());
          case MINUS -> Type.range(a.low() - b.high(), a.high() - b.low());
          case DIVIDE -> {
            requirePositive(left + " divided by " + r, b);
            yield Type.range(
                Math.min(Math.floorDiv(a.low(), b.low()), Math.floorDiv(a.low(), b.high())),
                Math.max(Math.floorDiv(a.high(), b.low()), Math.floorDiv(a.high(), b.high())));
          }
          default -> {
            requirePositive(left + " modulo " + r, b);
            yield Type.range(0, b.high() - 1);
          }
        };
    return new Expr.Binary(operator, left, r, type);
  }

  private static void requirePositive(String operation, Domain.Range divisor) {
    if (divisor.low() < 1) throw new SpecException(operation + ": the divisor must be positive");
  }

  static Expr membership(Operator operator, Expr id, Expr set) {
    Scalarset of = setDomain(operator.toString(), set).of();
    if (!idDomain(operator.toString(), id).of().equals(of)) {
      throw new SpecException(id + " is an id of another scalarset than the members of " + set);
    }
    return new Expr.Binary(
        operator, id, set, operator == Operator.MEMBER ? Type.bool() : set.type());
  }

  /** Refuses an expression that cannot be compared with or assigned to a place of the type. */
  static void requireComparable(String where, Type expected, Expr actual) {
    if (actual instanceof Expr.Null) {
      if (expected instanceof Type.Scalar s && s.domain() instanceof Domain.Id) return;
      throw new SpecException(where + ": null stands where " + expected + " is expected");
    }
    Type type = actual.type();
    if (expected.equals(type)) return;
    if (expected instanceof Type.Scalar e && type instanceof Type.Scalar a) {
      if (e.domain() instanceof Domain.Range && a.domain() instanceof Domain.Range) return;
      if (e.domain() instanceof Domain.Id x
          && a.domain() instanceof Domain.Id y
          && x.of().equals(y.of())) return;
    }
    throw new SpecException(
        where + ": " + actual + " is of type " + type + ", expected " + expected);
  }

  static void requireBool(String where, Expr expr) {
    if (!(expr.type() instanceof Type.Scalar s && s.domain() instanceof Domain.Bool)) {
      throw new SpecException(
          where + ": " + expr + " is of type " + expr.type() + ", a boolean is expected");
    }
  }

  static void requireMutex(Ref mutex) {
    if (!(mutex.type() instanceof Type.Mutex))
      throw new SpecException(mutex + " is no mutex but " + mutex.type());
  }

  private static Domain.Range range(Operator operator, Expr expr) {
    if (expr.type() instanceof Type.Scalar s && s.domain() instanceof Domain.Range range)
      return range;
    throw new SpecException(
        operator + ": " + expr + " is of type " + expr.type() + ", an integer is expected");
  }

  private static Domain.SetOf setDomain(String where, Expr expr) {
    if (expr.type() instanceof Type.Scalar s && s.domain() instanceof Domain.SetOf set) return set;
    throw new SpecException(
        where + ": " + expr + " is of type " + expr.type() + ", a set is expected");
  }

  private static Domain.Id idDomain(String where, Expr expr) {
    if (expr.type() instanceof Type.Scalar s && s.domain() instanceof Domain.Id id) return id;
    throw new SpecException(
        where + ": " + expr + " is of type " + expr.type() + ", an id is expected");
  }
}
