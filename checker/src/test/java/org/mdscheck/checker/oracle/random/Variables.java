package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Type.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/** The shared variables of a random spec, and the places in them, by what they hold. */
final class Variables {
  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  /** The property that a use of a freed object violates. */
  static final String USE_AFTER_FREE = "use-after-free";

  final Scalarset ids;
  final List<Ref> all = new ArrayList<>();
  final List<Ref> mutexes = new ArrayList<>();
  final Ref budget;
  final boolean hasPool;
  private final Random random;

  Variables(Spec.Builder spec, Random random, Scalarset ids) {
    this.random = random;
    this.ids = ids;
    Type cell = Type.struct(field("flag", Type.bool()), field("link", Type.nullable(ids)));
    Type message =
        Type.struct(field("colour", Type.enumOf(Colour.class)), field("who", Type.nullable(ids)));
    all.add(spec.variable("n", Type.range(0, 2)));
    maybe(() -> spec.variable("b", Type.bool(), random.nextBoolean()));
    maybe(() -> spec.variable("signed", Type.range(-1, 1), 1));
    maybe(() -> spec.variable("colour", Type.enumOf(Colour.class), Colour.GREEN));
    maybe(() -> spec.variable("owner", Type.nullable(ids)));
    maybe(() -> spec.variable("members", Type.setOf(ids)));
    maybe(() -> spec.variable("counts", Type.array(ids, Type.range(0, 1))));
    maybe(() -> spec.variable("cells", Type.array(ids, cell)));
    maybe(() -> spec.variable("table", Type.array(1, 2, Type.range(0, 2))));
    maybe(() -> spec.variable("perColour", Type.array(Colour.class, Type.bool())));
    maybe(() -> spec.variable("queue", Type.queue(Type.nullable(ids), 2)));
    maybe(() -> spec.variable("mail", Type.array(ids, Type.queue(message, 1))));
    mutexes.add(spec.variable("lock", Type.mutex("A")));
    if (random.nextBoolean()) mutexes.add(spec.variable("otherLock", Type.mutex("B")));
    budget = spec.variable("budget", Type.range(0, 1), 1);
    hasPool = random.nextInt(3) == 0;
    if (hasPool) {
      Pool pool = new Pool(ids, USE_AFTER_FREE, "refs");
      all.add(spec.variable("refs", pool, Type.range(0, 2)));
      all.add(spec.variable("data", pool, Type.bool()));
    }
  }

  private void maybe(java.util.function.Supplier<Ref> declaration) {
    if (random.nextInt(5) < 2) all.add(declaration.get());
  }

  /** Every scalar, queue and struct that can be named here, arrays taken apart. */
  List<Ref> places(Names names) {
    List<Ref> places = new ArrayList<>();
    for (Ref variable : all) addPlaces(variable, names, places);
    for (Local local : names.locals()) addPlaces(local, names, places);
    return places;
  }

  private void addPlaces(Ref ref, Names names, List<Ref> places) {
    if (ref.type() instanceof Type.Array array) {
      for (Object index : indexes(array.index(), names)) addPlaces(ref.at(index), names, places);
    } else {
      places.add(ref);
      if (ref.type() instanceof Type.Struct struct) {
        for (Type.Field f : struct.fields()) addPlaces(ref.field(f.name()), names, places);
      }
    }
  }

  private List<Object> indexes(Type.Index index, Names names) {
    if (index instanceof Type.Index.ByIds) return List.copyOf(names.ids());
    if (index instanceof Type.Index.ByValues) return List.of(Colour.RED, Colour.BLUE);
    // A constant, and an index that depends on the state: 1 or 2.
    Expr computed = all.get(0).modulo(2).plus(1);
    return List.of(1 + random.nextInt(2), computed);
  }

  /** The places whose scalar has a domain of the class. */
  List<Ref> scalars(Names names, Class<? extends Domain> domain) {
    return places(names).stream()
        .filter(p -> p.type() instanceof Type.Scalar s && domain.isInstance(s.domain()))
        .toList();
  }

  List<Ref> queues(Names names) {
    return places(names).stream().filter(p -> p.type() instanceof Type.Queue).toList();
  }
}
