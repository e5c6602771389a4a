package org.mdscheck.checker.mutation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Expr.Operator;
import org.mdscheck.checker.spec.Expressions;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** A condition not looked at, or weaker or stronger than it was. */
final class ConditionChanges {
  private static final Map<Operator, List<Operator>> NEIGHBOURS =
      Map.of(
          Operator.EQ, List.of(Operator.GE, Operator.LE),
          Operator.GE, List.of(Operator.GT, Operator.EQ),
          Operator.LE, List.of(Operator.LT, Operator.EQ),
          Operator.GT, List.of(Operator.GE),
          Operator.LT, List.of(Operator.LE));

  private static final Map<Operator, String> SIGNS =
      Map.of(
          Operator.EQ, "==",
          Operator.GE, ">=",
          Operator.LE, "<=",
          Operator.GT, ">",
          Operator.LT, "<");

  private ConditionChanges() {}

  /** All changes of a condition; to one that is always false too if {@code canBeFalse}. */
  static Stream<Change<Expr>> of(Expr condition, boolean canBeFalse) {
    Stream<Boolean> constants = canBeFalse ? Stream.of(true, false) : Stream.of(true);
    return Stream.concat(
        constants.map(
            c -> new Change<>(MutationOperator.CHECK, "as if always " + c, Expressions.value(c))),
        parts(condition));
  }

  /** A condition nested deeper than two parts is not one of the code but of its description. */
  private static Stream<Change<Expr>> parts(Expr condition) {
    if (condition instanceof Expr.Not not)
      return parts(not.operand()).map(c -> c.in(Expr.Not::new));
    if (!(condition instanceof Expr.Binary both)
        || both.operator() != Operator.AND && both.operator() != Operator.OR) {
      return comparison(condition);
    }
    return Stream.of(
            without("the second part of " + both.operator(), both.left()),
            without("the first part of " + both.operator(), both.right()),
            comparison(both.left()).map(c -> c.in(left -> with(both, left, both.right()))),
            comparison(both.right()).map(c -> c.in(right -> with(both, both.left(), right))))
        .flatMap(changes -> changes);
  }

  private static Stream<Change<Expr>> without(String part, Expr rest) {
    return Stream.of(new Change<>(MutationOperator.COMPARE, "without " + part, rest));
  }

  private static Expr with(Expr.Binary binary, Expr left, Expr right) {
    return new Expr.Binary(binary.operator(), left, right, binary.type());
  }

  private static Stream<Change<Expr>> comparison(Expr condition) {
    if (!(condition instanceof Expr.Binary binary) || !isOrdered(binary.left()))
      return Stream.empty();
    return NEIGHBOURS.getOrDefault(binary.operator(), List.of()).stream()
        .map(
            other ->
                new Change<>(
                    MutationOperator.COMPARE,
                    "%s %s becomes %s"
                        .formatted(SIGNS.get(binary.operator()), binary.right(), SIGNS.get(other)),
                    new Expr.Binary(other, binary.left(), binary.right(), binary.type())));
  }

  /** Whether less and greater mean something for the values, of which there are more than two. */
  private static boolean isOrdered(Expr value) {
    return value.type() instanceof Type.Scalar scalar
        && (scalar.domain() instanceof Domain.Enumeration
            || scalar.domain() instanceof Domain.Range)
        && scalar.domain().size() > 2;
  }
}
