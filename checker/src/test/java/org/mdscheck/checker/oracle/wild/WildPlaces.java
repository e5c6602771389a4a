package org.mdscheck.checker.oracle.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Expressions;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * Random places of a wanted type: a way down from a variable or local, then an index for each array
 * on it.
 */
final class WildPlaces {
  private final Dice dice;
  private final Declarations declarations;
  private final WildExpressions expressions;
  private final List<Route> shared = new ArrayList<>();

  WildPlaces(Dice dice, Declarations declarations, WildExpressions expressions) {
    this.dice = dice;
    this.declarations = declarations;
    this.expressions = expressions;
  }

  /** A way down from a variable; what it mentions is chosen when the place is built. */
  private interface Way {
    Ref build(Names names);
  }

  private record Route(Way way, Type type, boolean isInQueue) {}

  /** A place to read; null when there is none. */
  Ref toRead(Predicate<Type> wanted, Names names) {
    return pick(wanted, names, true);
  }

  /** A place to write: not inside a queue, not a mutex. */
  Ref toWrite(Predicate<Type> wanted, Names names) {
    return pick(type -> wanted.test(type) && !holdsMutex(type), names, false);
  }

  Ref mutex(Names names) {
    return pick(type -> type instanceof Type.Mutex, names, false);
  }

  private Ref pick(Predicate<Type> wanted, Names names, boolean mayBeInQueue) {
    List<Route> fit = new ArrayList<>();
    Predicate<Route> fits = r -> (mayBeInQueue || !r.isInQueue) && wanted.test(r.type);
    if (names.moment() != Names.Moment.BRANCH) routes().stream().filter(fits).forEach(fit::add);
    for (Ref local : names.locals()) {
      List<Route> inLocal = new ArrayList<>();
      collect(new Route(any -> local, local.type(), false), inLocal);
      inLocal.stream().filter(fits).forEach(fit::add);
    }
    return fit.isEmpty() ? null : dice.one(fit).way.build(names);
  }

  /** To everything in the shared variables. */
  private List<Route> routes() {
    if (shared.isEmpty()) {
      for (Ref variable : declarations.variables)
        collect(new Route(names -> variable, variable.type(), false), shared);
    }
    return shared;
  }

  private void collect(Route route, List<Route> routes) {
    routes.add(route);
    if (route.type instanceof Type.Array array) {
      Way way = names -> route.way.build(names).at(expressions.index(array.index(), names));
      collect(new Route(way, array.element(), route.isInQueue), routes);
    } else if (route.type instanceof Type.Struct struct) {
      for (Type.Field f : struct.fields()) {
        Way way = names -> route.way.build(names).field(f.name());
        collect(new Route(way, f.type(), route.isInQueue), routes);
      }
    } else if (route.type instanceof Type.Queue queue) {
      Way way = names -> item(route.way.build(names), queue, names);
      collect(new Route(way, queue.element(), true), routes);
    }
  }

  /** Mostly the oldest element. */
  private Ref item(Ref queue, Type.Queue type, Names names) {
    if (dice.percent(70)) return queue.head();
    Expr position =
        dice.percent(50)
            ? Expressions.value(dice.below(type.capacity() + 1))
            : expressions.number(names, 0);
    return new Ref.Item(queue, position);
  }

  private static boolean holdsMutex(Type type) {
    if (type instanceof Type.Array array) return holdsMutex(array.element());
    if (type instanceof Type.Struct struct)
      return struct.fields().stream().anyMatch(f -> holdsMutex(f.type()));
    return type instanceof Type.Mutex;
  }
}
