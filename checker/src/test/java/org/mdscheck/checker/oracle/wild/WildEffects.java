package org.mdscheck.checker.oracle.wild;

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
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Random effects; most are legal in the states that they meet. */
final class WildEffects {
  /** The property of the checks in steps. */
  static final String ASSERTIONS = "assertions";

  private static final int CAREFUL = 90;

  private final Dice dice;
  private final Declarations declarations;
  private final WildExpressions expressions;
  private final WildPlaces places;

  WildEffects(Dice dice, Declarations declarations, WildExpressions expressions) {
    this.dice = dice;
    this.declarations = declarations;
    this.expressions = expressions;
    places = expressions.places;
  }

  /** One to three effects. */
  Effect[] several(Names names) {
    List<Effect> effects = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) effects.add(effect(names, 2));
    return effects.toArray(Effect[]::new);
  }

  private Effect effect(Names names, int depth) {
    if (depth > 0) {
      switch (dice.below(14)) {
        case 0:
          return when(expressions.bool(names, 2), effect(names, depth - 1));
        case 1:
          return whenElse(
              expressions.bool(names, 1), effect(names, depth - 1), effect(names, depth - 1));
        case 2:
          return all(effect(names, depth - 1), effect(names, depth - 1));
        case 3:
          return forEach(
              dice.one(declarations.sets), x -> List.of(effect(names.with(x), depth - 1)));
        case 4, 5:
          return assertion(names);
        case 6:
          return dice.percent(15) ? release(places.mutex(names)) : change(names);
        default:
      }
    }
    return change(names);
  }

  private Effect assertion(Names names) {
    String text = (dice.percent(50) ? "check " : "warning ") + dice.below(4);
    Expr condition = expressions.bool(names, 1).or(expressions.bool(names, 2));
    return text.startsWith("check")
        ? check(ASSERTIONS, text, condition.or(expressions.bool(names, 0)))
        : warn(ASSERTIONS, text, condition);
  }

  private Effect change(Names names) {
    if (dice.percent(30)) {
      Ref queue = places.toWrite(Type.Queue.class::isInstance, names);
      if (queue != null) return changeQueue(queue, (Type.Queue) queue.type(), names);
    }
    Predicate<Type> wanted = dice.percent(70) ? Type.Scalar.class::isInstance : type -> true;
    Ref place = places.toWrite(wanted, names);
    if (dice.percent(12)) return reset(place);
    if (!(place.type() instanceof Type.Scalar scalar))
      return assign(place, places.toRead(place.type()::equals, names));
    return changeScalar(place, scalar, names);
  }

  private Effect changeScalar(Ref place, Type.Scalar type, Names names) {
    if (type.domain() instanceof Domain.Range range && dice.percent(40)) {
      boolean isCareful = dice.percent(CAREFUL);
      if (dice.percent(50))
        return isCareful ? when(place.isLess(range.high()), increment(place)) : increment(place);
      return isCareful ? when(place.isMore(range.low()), decrement(place)) : decrement(place);
    }
    if (type.domain() instanceof Domain.SetOf set && dice.percent(60)) {
      Expr any = expressions.id(set.of(), !dice.percent(CAREFUL), names, 1);
      Expr id = WildExpressions.typed(any, set.of());
      return dice.percent(50) ? add(place, id) : drop(place, id);
    }
    return assign(place, expressions.of(type, names, dice.below(3)));
  }

  private Effect changeQueue(Ref queue, Type.Queue type, Names names) {
    boolean isScalar = type.element() instanceof Type.Scalar;
    switch (dice.below(isScalar ? 6 : 5)) {
      case 0, 1:
        if (holdsNoArray(type.element())) return append(queue, type, names);
        return reset(queue);
      case 2, 3:
        return guarded(not(isEmpty(queue)), take(queue, type, names));
      case 4:
        return guarded(not(isEmpty(queue)), dequeue(queue));
      default:
        return remove(queue, expressions.of((Type.Scalar) type.element(), names, 0));
    }
  }

  private Effect guarded(Expr condition, Effect effect) {
    return dice.percent(CAREFUL) ? when(condition, effect) : effect;
  }

  private Effect append(Ref queue, Type.Queue type, Names names) {
    List<Object> values = new ArrayList<>();
    addValues(type.element(), names, values);
    return guarded(length(queue).isLess(type.capacity()), enqueue(queue, values.toArray()));
  }

  private void addValues(Type type, Names names, List<Object> values) {
    if (type instanceof Type.Struct struct) {
      struct.fields().forEach(f -> addValues(f.type(), names, values));
    } else {
      values.add(expressions.of((Type.Scalar) type, names, 0));
    }
  }

  private static boolean holdsNoArray(Type type) {
    if (type instanceof Type.Struct struct)
      return struct.fields().stream().allMatch(f -> holdsNoArray(f.type()));
    return type instanceof Type.Scalar;
  }

  /** Into a place of the type of the element, or of one whose values can be told to be the same. */
  private Effect take(Ref queue, Type.Queue type, Names names) {
    Ref into = places.toWrite(t -> isAlike(t, type.element()), names);
    return into == null ? dequeue(queue) : dequeue(queue, into);
  }

  private static boolean isAlike(Type a, Type b) {
    if (a.equals(b)) return true;
    if (!(a instanceof Type.Scalar x) || !(b instanceof Type.Scalar y)) return false;
    if (x.domain() instanceof Domain.Range && y.domain() instanceof Domain.Range) return true;
    return x.domain() instanceof Domain.Id i
        && y.domain() instanceof Domain.Id j
        && i.of().equals(j.of());
  }
}
