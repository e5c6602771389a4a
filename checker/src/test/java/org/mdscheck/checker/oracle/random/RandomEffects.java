package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/**
 * Random effects. Nearly all are legal in every state; one in a hundred is not, so that faulty
 * specs occur too.
 */
final class RandomEffects {
  /** The property of the checks in steps. */
  static final String ASSERTIONS = "assertions";

  private final Random random;
  private final Variables variables;
  private final RandomExpressions expressions;

  RandomEffects(Random random, Variables variables, RandomExpressions expressions) {
    this.random = random;
    this.variables = variables;
    this.expressions = expressions;
  }

  /** One to three effects. */
  Effect[] several(Names names) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> effect(names, 1))
        .toArray(Effect[]::new);
  }

  private Effect effect(Names names, int depth) {
    if (depth > 0) {
      switch (random.nextInt(12)) {
        case 0:
          return when(expressions.bool(names, 1), effect(names, depth - 1));
        case 1:
          return whenElse(
              expressions.bool(names, 1), effect(names, depth - 1), effect(names, depth - 1));
        case 2:
          return all(effect(names, depth - 1), effect(names, depth - 1));
        case 3:
          return each(names);
        case 4:
          return assertion(names);
        default:
      }
    }
    return change(expressions.one(variables.places(names)), names);
  }

  private Effect assertion(Names names) {
    int number = random.nextInt(3);
    return random.nextBoolean()
        ? check(
            ASSERTIONS,
            "check " + number,
            expressions.bool(names, 2).or(expressions.bool(names, 1)))
        : warn(
            ASSERTIONS,
            "warning " + number,
            expressions.bool(names, 2).or(expressions.bool(names, 1)));
  }

  /**
   * Changes each member by what is true of that member alone, so that the order does not matter.
   */
  private Effect each(Names names) {
    List<Ref> arrays =
        variables.all.stream()
            .filter(v -> v.type() instanceof Type.Array a && a.index() instanceof Type.Index.ByIds)
            .toList();
    if (arrays.isEmpty()) return change(expressions.one(variables.places(names)), names);
    Ref array = expressions.one(arrays);
    return forEach(
        variables.ids,
        x ->
            List.of(
                random.nextBoolean()
                    ? reset(array.at(x))
                    : when(x.isIn(expressions.set(names, 0)), reset(array.at(x)))));
  }

  private Effect change(Ref place, Names names) {
    if (random.nextInt(12) == 0) return reset(place);
    if (place.type() instanceof Type.Queue queue) return changeQueue(place, queue, names);
    if (place.type() instanceof Type.Struct)
      return assign(place, expressions.one(alike(place, names)));
    Domain domain = place.type().scalar("place");
    if (domain instanceof Domain.Bool) return assign(place, expressions.bool(names, 1));
    if (domain instanceof Domain.Range range) return changeNumber(place, range, names);
    if (domain instanceof Domain.Enumeration) return assign(place, expressions.colour(names));
    if (domain instanceof Domain.Id) return assign(place, expressions.id(names));
    if (names.ids().isEmpty()) return assign(place, expressions.set(names, 0));
    return random.nextBoolean()
        ? add(place, expressions.one(names.ids()))
        : drop(place, expressions.one(names.ids()));
  }

  private List<Ref> alike(Ref place, Names names) {
    return variables.places(names).stream().filter(p -> p.type().equals(place.type())).toList();
  }

  private Effect changeNumber(Ref place, Domain.Range range, Names names) {
    return switch (random.nextInt(50)) {
      case 0 -> increment(place);
      case 1 -> decrement(place);
      case 2, 3, 4, 5, 6, 7, 8, 9, 10 -> when(place.isLess(range.high()), increment(place));
      case 11, 12, 13, 14, 15, 16, 17, 18 -> when(place.isMore(range.low()), decrement(place));
      default -> assign(place, expressions.within(range, names, 1));
    };
  }

  private Effect changeQueue(Ref queue, Type.Queue type, Names names) {
    boolean isScalar = type.element() instanceof Type.Scalar;
    switch (random.nextInt(isScalar ? 6 : 4)) {
      case 0, 1, 4:
        Effect append =
            isScalar
                ? enqueue(queue, expressions.id(names))
                : enqueue(queue, expressions.colour(names), expressions.id(names));
        return random.nextInt(40) == 0
            ? append
            : when(length(queue).isLess(type.capacity()), append);
      case 5:
        return remove(queue, expressions.id(names));
      default:
        return when(not(isEmpty(queue)), take(queue, type, names));
    }
  }

  private Effect take(Ref queue, Type.Queue type, Names names) {
    List<Ref> targets =
        variables.places(names).stream().filter(p -> p.type().equals(type.element())).toList();
    return targets.isEmpty() || random.nextBoolean()
        ? dequeue(queue)
        : dequeue(queue, expressions.one(targets));
  }
}
