package org.mdscheck.checker.spec;

import org.mdscheck.checker.system.Domain;

/**
 * A side-effect-free expression over the state. Values are ints: a boolean is 0 or 1, an enum its
 * ordinal, an id its number with null as -1, a set its bits.
 */
public sealed interface Expr
    permits Expr.Constant,
        Expr.Null,
        Expr.Not,
        Expr.Binary,
        Expr.Conditional,
        Expr.Quantified,
        Expr.Length,
        Expr.Contains,
        Expr.Next,
        Expr.Locked,
        Expr.Holding,
        Expr.Acquiring,
        Expr.Inside,
        Expr.Unreferenced,
        Expr.NoWaitCycle,
        Bound,
        Ref {

  Type type();

  /** A literal. */
  record Constant(Type type, int value) implements Expr {
    @Override
    public String toString() {
      return type.scalar("constant") instanceof Domain.Enumeration e
          ? e.show(value)
          : Integer.toString(value);
    }
  }

  /** The null id, of whatever scalarset stands on the other side. */
  record Null() implements Expr {
    @Override
    public Type type() {
      throw new SpecException(
          "null has no type of its own: compare it with a nullable id or assign it to one");
    }
  }

  record Not(Expr operand) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /** Operators of two operands. AND, OR and IMPLIES evaluate the right one only when it matters. */
  enum Operator {
    AND,
    OR,
    IMPLIES,
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    PLUS,
    MINUS,
    DIVIDE,
    MODULO,
    MEMBER,
    WITH,
    WITHOUT
  }

  record Binary(Operator operator, Expr left, Expr right, Type type) implements Expr {}

  record Conditional(Expr condition, Expr then, Expr otherwise) implements Expr {
    @Override
    public Type type() {
      return then instanceof Null ? otherwise.type() : then.type();
    }
  }

  /** What a quantifier computes. */
  enum Quantifier {
    FOR_ALL,
    EXISTS,
    COUNT
  }

  record Quantified(Quantifier quantifier, Bound variable, Expr body) implements Expr {
    @Override
    public Type type() {
      return quantifier == Quantifier.COUNT ? Type.range(0, variable.index().size()) : Type.bool();
    }
  }

  /** Number of elements in a queue, or of members of a set. */
  record Length(Expr of) implements Expr {
    @Override
    public Type type() {
      return Type.range(0, of.type() instanceof Type.Queue queue ? queue.capacity() : 31);
    }
  }

  /** Whether a queue of scalars holds a value. */
  record Contains(Ref queue, Expr value) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /** In a step property: the value after the step. */
  record Next(Expr operand) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }
  }

  /** Whether somebody owns the mutex. */
  record Locked(Ref mutex) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /**
   * Whether a process owns a mutex of the class ("" for any class). {@code family} null: the
   * process that takes the step, in a step property or a step; otherwise some process of the
   * family, of which {@code member} (null for any) tells which.
   */
  record Holding(String lockClass, String family, Expr member) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /** In a step property: whether the step takes a mutex of the class. */
  record Acquiring(String lockClass) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /**
   * Whether some process of the family is between entry and exit of one of the functions (no
   * function named: anywhere but at rest or ended). {@code member} null: any member, or the only
   * process.
   */
  record Inside(String family, Expr member, java.util.List<String> functions) implements Expr {
    public Inside {
      functions = java.util.List.copyOf(functions);
    }

    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /**
   * Whether no local variable of any process holds the id: an object pool may hand it out again.
   */
  record Unreferenced(Expr id) implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  /**
   * Whether no cycle of processes exists each of which waits for a mutex that the next one owns.
   */
  record NoWaitCycle() implements Expr {
    @Override
    public Type type() {
      return Type.bool();
    }
  }

  default Expr is(Object value) {
    return Expressions.compare(Operator.EQ, this, value);
  }

  default Expr isNot(Object value) {
    return Expressions.compare(Operator.NE, this, value);
  }

  default Expr isLess(Object value) {
    return Expressions.compare(Operator.LT, this, value);
  }

  default Expr isAtMost(Object value) {
    return Expressions.compare(Operator.LE, this, value);
  }

  default Expr isMore(Object value) {
    return Expressions.compare(Operator.GT, this, value);
  }

  default Expr isAtLeast(Object value) {
    return Expressions.compare(Operator.GE, this, value);
  }

  /** Whether the value is one of several. */
  default Expr isOneOf(Object... values) {
    Expr any = null;
    for (Object value : values) any = any == null ? is(value) : any.or(is(value));
    return any == null ? Expressions.value(false) : any;
  }

  default Expr isNull() {
    return is(new Null());
  }

  default Expr isNotNull() {
    return isNot(new Null());
  }

  default Expr and(Expr other) {
    return Expressions.logic(Operator.AND, this, other);
  }

  default Expr or(Expr other) {
    return Expressions.logic(Operator.OR, this, other);
  }

  default Expr implies(Expr other) {
    return Expressions.logic(Operator.IMPLIES, this, other);
  }

  default Expr plus(Object value) {
    return Expressions.arithmetic(Operator.PLUS, this, value);
  }

  default Expr minus(Object value) {
    return Expressions.arithmetic(Operator.MINUS, this, value);
  }

  /** The quotient by a positive number, rounded down. */
  default Expr dividedBy(Object value) {
    return Expressions.arithmetic(Operator.DIVIDE, this, value);
  }

  /** The remainder in {@code [0, value)}. */
  default Expr modulo(Object value) {
    return Expressions.arithmetic(Operator.MODULO, this, value);
  }

  /** Whether this id is a member of a set. */
  default Expr isIn(Expr set) {
    return Expressions.membership(Operator.MEMBER, this, set);
  }
}
