package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.size;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Expressions.with;
import static org.mdscheck.checker.spec.Expressions.without;

import java.util.List;
import java.util.Random;
import org.mdscheck.checker.oracle.random.Variables.Colour;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Random expressions of each type, of a given depth at most. */
final class RandomExpressions {
  private final Random random;
  private final Variables variables;

  RandomExpressions(Random random, Variables variables) {
    this.random = random;
    this.variables = variables;
  }

  Expr bool(Names names, int depth) {
    if (depth == 0) return simpleBool(names);
    return switch (random.nextInt(10)) {
      case 0 -> not(bool(names, depth - 1));
      case 1 -> bool(names, depth - 1).and(bool(names, depth - 1));
      case 2 -> bool(names, depth - 1).or(bool(names, depth - 1));
      case 3 -> bool(names, depth - 1).implies(bool(names, depth - 1));
      case 4 -> forAll(variables.ids, x -> bool(names.with(x), depth - 1));
      case 5 -> exists(variables.ids, x -> bool(names.with(x), depth - 1));
      case 6 -> compared(number(names, depth - 1), number(names, depth - 1));
      case 7 -> set(names, depth - 1).is(set(names, depth - 1));
      case 8 -> ifElse(bool(names, depth - 1), bool(names, depth - 1), bool(names, depth - 1));
      default -> simpleBool(names);
    };
  }

  private Expr simpleBool(Names names) {
    Ref place = one(variables.places(names));
    if (random.nextInt(8) == 0) return aboutLocks(names);
    if (place.type() instanceof Type.Queue queue) return aboutQueue(place, queue, names);
    if (place.type() instanceof Type.Struct) return place.field("flag").is(random.nextBoolean());
    Domain domain = place.type().scalar("place");
    if (domain instanceof Domain.Bool) return random.nextBoolean() ? place : not(place);
    if (domain instanceof Domain.Range) return compared(place, number(names, 0));
    if (domain instanceof Domain.Enumeration)
      return place.isOneOf(Colour.RED, Colour.values()[random.nextInt(3)]);
    if (domain instanceof Domain.SetOf)
      return names.ids().isEmpty() ? size(place).isMore(1) : one(names.ids()).isIn(place);
    if (names.isStep() && !names.ids().isEmpty() && random.nextInt(4) == 0)
      return unreferenced(one(names.ids()));
    return random.nextBoolean() ? place.isNull() : place.is(id(names));
  }

  private Expr aboutLocks(Names names) {
    return names.isStep() && random.nextBoolean() ? holding("A") : locked(one(variables.mutexes));
  }

  private Expr aboutQueue(Ref queue, Type.Queue type, Names names) {
    if (type.element() instanceof Type.Scalar && random.nextBoolean())
      return contains(queue, id(names));
    if (random.nextBoolean()) return isEmpty(queue);
    Expr headIsNobody =
        type.element() instanceof Type.Scalar
            ? queue.head().isNull()
            : queue.head().field("who").isNull();
    return not(isEmpty(queue)).and(headIsNobody);
  }

  private Expr compared(Expr a, Expr b) {
    return switch (random.nextInt(6)) {
      case 0 -> a.is(b);
      case 1 -> a.isNot(b);
      case 2 -> a.isLess(b);
      case 3 -> a.isAtMost(b);
      case 4 -> a.isMore(b);
      default -> a.isAtLeast(b);
    };
  }

  /** An integer of any size; {@link #within} makes it fit. */
  Expr number(Names names, int depth) {
    if (depth == 0)
      return random.nextInt(3) == 0
          ? value(random.nextInt(3))
          : one(variables.scalars(names, Domain.Range.class));
    return switch (random.nextInt(7)) {
      case 0 -> number(names, depth - 1).plus(number(names, depth - 1));
      case 1 -> number(names, depth - 1).minus(number(names, depth - 1));
      case 2 -> number(names, depth - 1).modulo(1 + random.nextInt(3));
      case 3 -> count(variables.ids, x -> bool(names.with(x), depth - 1));
      case 4 -> ifElse(bool(names, depth - 1), number(names, depth - 1), number(names, depth - 1));
      case 5 -> queueLength(names);
      default -> size(set(names, depth - 1));
    };
  }

  private Expr queueLength(Names names) {
    List<Ref> queues = variables.queues(names);
    return queues.isEmpty() ? value(1) : length(one(queues));
  }

  /** An integer in the domain, whatever the state. */
  Expr within(Domain.Range domain, Names names, int depth) {
    Expr any = number(names, depth).modulo((int) domain.size());
    return domain.low() == 0 ? any : any.plus(domain.low());
  }

  /** An id or null. */
  Expr id(Names names) {
    List<Ref> places = variables.scalars(names, Domain.Id.class);
    int choice = random.nextInt(4);
    if (choice == 0 && !places.isEmpty()) return one(places);
    if (choice == 1 && !names.ids().isEmpty())
      return ifElse(bool(names, 0), one(names.ids()), nobody());
    return choice == 2 || names.ids().isEmpty() ? nobody() : one(names.ids());
  }

  Expr set(Names names, int depth) {
    List<Ref> places = variables.scalars(names, Domain.SetOf.class);
    if (depth == 0 || names.ids().isEmpty())
      return places.isEmpty() ? emptySet(variables.ids) : one(places);
    Expr inner = set(names, depth - 1);
    return random.nextBoolean() ? with(inner, one(names.ids())) : without(inner, one(names.ids()));
  }

  Object colour(Names names) {
    List<Ref> places = variables.scalars(names, Domain.Enumeration.class);
    return places.isEmpty() || random.nextBoolean()
        ? Colour.values()[random.nextInt(3)]
        : one(places);
  }

  <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
