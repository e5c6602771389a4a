package org.mdscheck.checker.oracle.wild;

import static org.mdscheck.checker.spec.Expressions.acquiring;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.holdsAnyLock;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.size;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Expressions.with;
import static org.mdscheck.checker.spec.Expressions.without;

import java.util.List;
import java.util.function.Predicate;
import org.mdscheck.checker.oracle.wild.Names.Moment;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/** Random expressions of each type, of a given depth at most. */
final class WildExpressions {
  /** Of a hundred values, so many are made to fit into the domain they are for. */
  private static final int CAREFUL = 93;

  final WildPlaces places;
  private final Dice dice;
  private final Declarations declarations;

  /** How many indexes there are around an index: within two others, no place is read. */
  private int nesting;

  WildExpressions(Dice dice, Declarations declarations) {
    this.dice = dice;
    this.declarations = declarations;
    places = new WildPlaces(dice, declarations, this);
  }

  /** An expression that can be assigned to a place of the scalar type. */
  Expr of(Type.Scalar type, Names names, int depth) {
    Domain domain = type.domain();
    if (domain instanceof Domain.Bool) return bool(names, depth);
    if (domain instanceof Domain.Range range) return fitted(range, names, depth);
    if (domain instanceof Domain.Id id) return id(id.of(), id.nullable(), names, depth);
    if (domain instanceof Domain.SetOf set) return set(set.of(), names, depth);
    return constant(type, names, depth);
  }

  // ---- booleans

  Expr bool(Names names, int depth) {
    if (names.moment() == Moment.CHANGE && dice.percent(25)) return ofChange(names, depth);
    if (depth <= 0) return simple(names);
    return switch (dice.below(12)) {
      case 0 -> not(bool(names, depth - 1));
      case 1 -> bool(names, depth - 1).and(bool(names, depth - 1));
      case 2 -> bool(names, depth - 1).or(bool(names, depth - 1));
      case 3 -> bool(names, depth - 1).implies(bool(names, depth - 1));
      case 4, 5 -> quantified(names, depth);
      case 6 -> ordered(number(names, depth - 1), number(names, depth - 1));
      case 7 -> ifElse(bool(names, depth - 1), bool(names, depth - 1), bool(names, depth - 1));
      case 8 -> compared(names, depth);
      default -> simple(names);
    };
  }

  private Expr ofChange(Names names, int depth) {
    if (dice.percent(20)) return acquiring(dice.one(declarations.lockClasses));
    if (dice.percent(30)) {
      Ref place = places.toRead(Type.Scalar.class::isInstance, names);
      if (!(scalar(place).domain() instanceof Domain.Enumeration)) return next(place).isNot(place);
    }
    return next(bool(names.at(names.bounds(), Moment.STEP), depth - 1));
  }

  private Expr quantified(Names names, int depth) {
    List<Scalarset> sets = declarations.sets.stream().filter(s -> s.size() <= 3).toList();
    if (dice.percent(70)) {
      Scalarset ids = depth == 1 ? dice.one(declarations.sets) : dice.one(sets);
      return dice.percent(50)
          ? forAll(ids, x -> bool(names.with(x), depth - 1))
          : exists(ids, x -> bool(names.with(x), depth - 1));
    }
    int low = dice.between(-1, 1);
    int high = low + dice.below(3);
    return dice.percent(50)
        ? forAll(low, high, i -> bool(names.with(i), depth - 1))
        : exists(low, high, i -> bool(names.with(i), depth - 1));
  }

  private Expr ordered(Expr a, Expr b) {
    return switch (dice.below(6)) {
      case 0 -> a.is(b);
      case 1 -> a.isNot(b);
      case 2 -> a.isLess(b);
      case 3 -> a.isAtMost(b);
      case 4 -> a.isMore(b);
      default -> a.isAtLeast(b);
    };
  }

  /** A place with another expression of its type. */
  private Expr compared(Names names, int depth) {
    Ref place = places.toRead(Type.Scalar.class::isInstance, names);
    if (place == null) return simple(names);
    Expr other = of(scalar(place), names, depth - 1);
    if (scalar(place).domain() instanceof Domain.Enumeration) return ordered(place, other);
    return dice.percent(50) ? place.is(other) : place.isNot(other);
  }

  private Expr simple(Names names) {
    if (dice.percent(18)) return ofProcesses(names);
    Ref place = places.toRead(t -> t instanceof Type.Scalar || t instanceof Type.Queue, names);
    if (place == null) return ofBounds(names);
    if (place.type() instanceof Type.Queue queue) return ofQueue(place, queue, names);
    Domain domain = scalar(place).domain();
    if (domain instanceof Domain.Bool) return dice.percent(70) ? place : not(place);
    if (domain instanceof Domain.Range) return ordered(place, number(names, 0));
    if (domain instanceof Domain.Enumeration) return ordered(place, constant(place.type()));
    if (domain instanceof Domain.SetOf set)
      return typed(id(set.of(), true, names, 0), set.of()).isIn(place);
    Scalarset of = ((Domain.Id) domain).of();
    return switch (dice.below(4)) {
      case 0 -> place.isNull();
      case 1 -> place.isNotNull();
      case 2 -> place.isOneOf(id(of, true, names, 0), nobody());
      default -> place.is(id(of, true, names, 0));
    };
  }

  private Expr ofBounds(Names names) {
    if (names.bounds().isEmpty()) return value(dice.percent(50));
    Expr bound = dice.one(names.bounds());
    return bound.is(dice.one(sameType(bound, names)));
  }

  private static List<Expr> sameType(Expr bound, Names names) {
    return names.bounds().stream().filter(b -> b.type().equals(bound.type())).toList();
  }

  private Expr ofProcesses(Names names) {
    Declarations.Family family = dice.one(declarations.families);
    boolean isAny = family.members() == null || dice.percent(40);
    Expr member = isAny ? null : typed(id(family.members(), true, names, 0), family.members());
    boolean isBranch = names.moment() == Moment.BRANCH;
    return switch (dice.below(8)) {
      case 0 -> isBranch ? ofBounds(names) : noWaitCycle();
      case 1 -> holdsAnyLock(family.name(), member);
      case 2 -> inside(family.name(), member);
      case 3 -> inside(family.name(), member, family.entry());
      case 4 -> inside(family.name(), member, family.main(), family.entry());
      case 5 -> unreferenced(anyId(names));
      case 6 -> isBranch ? ofBounds(names) : locked(places.mutex(names));
      default ->
          names.moment() == Moment.STATE
              ? noWaitCycle()
              : holding(dice.one(declarations.lockClasses));
    };
  }

  private Expr ofQueue(Ref queue, Type.Queue type, Names names) {
    boolean isScalar = type.element() instanceof Type.Scalar;
    return switch (dice.below(isScalar ? 4 : 2)) {
      case 0 -> isEmpty(queue);
      case 1 -> length(queue).isLess(type.capacity());
      default -> contains(queue, of((Type.Scalar) type.element(), names, 0));
    };
  }

  // ---- integers

  /** An integer of any size. */
  Expr number(Names names, int depth) {
    if (names.moment() == Moment.CHANGE && dice.percent(15))
      return next(number(names.at(names.bounds(), Moment.STEP), depth - 1));
    if (depth <= 0) return simpleNumber(names);
    return switch (dice.below(10)) {
      case 0 -> number(names, depth - 1).plus(number(names, depth - 1));
      case 1 -> number(names, depth - 1).minus(number(names, depth - 1));
      case 2 -> number(names, depth - 1).modulo(divisor(names));
      case 3 -> count(dice.one(declarations.sets), x -> bool(names.with(x), depth - 1));
      case 4 -> count(1, dice.between(1, 3), i -> bool(names.with(i), depth - 1));
      case 5 -> ifElse(bool(names, depth - 1), number(names, depth - 1), number(names, depth - 1));
      case 6 -> size(set(dice.one(declarations.sets), names, depth - 1));
      case 7 -> number(names, depth - 1).dividedBy(divisor(names));
      default -> simpleNumber(names);
    };
  }

  private Expr divisor(Names names) {
    Ref place =
        dice.percent(50) ? places.toRead(t -> isRange(t) && range(t).low() > 0, names) : null;
    return place == null ? value(dice.between(1, 4)) : place;
  }

  private Expr simpleNumber(Names names) {
    List<Expr> bounds = names.bounds().stream().filter(b -> isRange(b.type())).toList();
    if (!bounds.isEmpty() && dice.percent(30)) return dice.one(bounds);
    if (dice.percent(25)) return value(dice.between(-1, 4));
    if (dice.percent(20)) {
      Ref queue = places.toRead(Type.Queue.class::isInstance, names);
      if (queue != null) return length(queue);
    }
    Ref place = places.toRead(WildExpressions::isRange, names);
    return place == null ? value(dice.below(3)) : place;
  }

  private Expr fitted(Domain.Range range, Names names, int depth) {
    Expr number = number(names, depth);
    if (!dice.percent(CAREFUL)) return number;
    if (number instanceof Expr.Constant c && c.value() >= range.low() && c.value() <= range.high())
      return number;
    Expr modulo = number.modulo((int) range.size());
    return range.low() == 0 && dice.percent(70) ? modulo : modulo.plus(range.low());
  }

  // ---- enums, ids, sets

  /** A literal, a place, or one of two. */
  private Expr constant(Type type, Names names, int depth) {
    if (depth > 0 && dice.percent(20))
      return ifElse(
          bool(names, depth - 1), constant(type, names, 0), constant(type, names, depth - 1));
    Ref place = dice.percent(60) ? places.toRead(type::equals, names) : null;
    return place == null ? constant(type) : place;
  }

  private Expr constant(Type type) {
    return new Expr.Constant(type, dice.below((int) type.scalar("enum").size()));
  }

  /** An id; null too where it may be null, and now and then where it may not. */
  Expr id(Scalarset of, boolean mayBeNull, Names names, int depth) {
    Predicate<Type> isId = t -> t instanceof Type.Scalar s && isIdOf(s.domain(), of, mayBeNull);
    List<Expr> bounds = names.bounds().stream().filter(b -> isId.test(b.type())).toList();
    if (!bounds.isEmpty() && dice.percent(55)) return dice.one(bounds);
    if (depth > 0 && dice.percent(20))
      return ifElse(
          bool(names, depth - 1), id(of, mayBeNull, names, 0), place(of, mayBeNull, names));
    if (dice.percent(mayBeNull ? 20 : 100 - CAREFUL)) return nobody();
    return place(of, mayBeNull, names);
  }

  private Expr anyId(Names names) {
    Scalarset of = dice.one(declarations.sets);
    return typed(id(of, false, names, 0), of);
  }

  /** Null with a type, for where nothing else says of what it is null. */
  static Expr typed(Expr id, Scalarset of) {
    return id instanceof Expr.Null ? new Expr.Constant(Type.nullable(of), -1) : id;
  }

  private Expr place(Scalarset of, boolean mayBeNull, Names names) {
    boolean anyId = mayBeNull || !dice.percent(CAREFUL);
    Ref place =
        dice.percent(75)
            ? places.toRead(t -> t instanceof Type.Scalar s && isIdOf(s.domain(), of, anyId), names)
            : null;
    return place != null ? place : new Expr.Constant(Type.id(of), dice.below(of.size()));
  }

  private static boolean isIdOf(Domain domain, Scalarset of, boolean mayBeNull) {
    return domain instanceof Domain.Id id && id.of().equals(of) && (mayBeNull || !id.nullable());
  }

  private Expr set(Scalarset of, Names names, int depth) {
    if (depth > 0 && dice.percent(50)) {
      Expr inner = set(of, names, depth - 1);
      Expr member = typed(id(of, false, names, depth - 1), of);
      return dice.percent(50) ? with(inner, member) : without(inner, member);
    }
    Ref place = dice.percent(80) ? places.toRead(Type.setOf(of)::equals, names) : null;
    return place == null ? emptySet(of) : place;
  }

  // ---- indexes

  /** An index, mostly one that the array has. */
  Object index(Type.Index index, Names names) {
    nesting++;
    Names mentioned = nesting > 2 ? new Names(names.bounds(), List.of(), Moment.BRANCH) : names;
    Object chosen = chosen(index, mentioned);
    nesting--;
    return chosen;
  }

  private Object chosen(Type.Index index, Names names) {
    if (index instanceof Type.Index.ByIds ids) return id(ids.ids(), false, names, 0);
    if (index instanceof Type.Index.ByValues values)
      return constant(new Type.Scalar(values.values()), names, 0);
    Type.Index.ByRange range = (Type.Index.ByRange) index;
    if (dice.percent(40)) return dice.between(range.low(), range.high());
    return fitted(new Domain.Range(range.low(), range.high()), names, 0);
  }

  static boolean isRange(Type type) {
    return type instanceof Type.Scalar s && s.domain() instanceof Domain.Range;
  }

  private static Domain.Range range(Type type) {
    return (Domain.Range) ((Type.Scalar) type).domain();
  }

  private static Type.Scalar scalar(Ref place) {
    return (Type.Scalar) place.type();
  }
}
