package org.mdscheck.checker.oracle.wild;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/** Random types over the scalarsets of a spec. The same few come again, so that copies fit. */
final class WildTypes {
  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  enum Only {
    ONE
  }

  enum Side {
    LEFT,
    RIGHT
  }

  private final Dice dice;
  private final List<Scalarset> sets;
  private final List<Type> scalars = new ArrayList<>();
  private final List<Type> composites = new ArrayList<>();

  WildTypes(Dice dice, List<Scalarset> sets) {
    this.dice = dice;
    this.sets = sets;
    scalars.add(Type.bool());
    scalars.add(Type.range(0, dice.between(1, 4)));
    scalars.add(
        dice.one(
            Type.range(-3, 2),
            Type.range(5, 9),
            Type.range(0, 0),
            Type.range(1, 3),
            Type.range(-70_000, 70_000),
            Type.range(0, (1 << 20) - 1)));
    scalars.add(Type.range(1, 2));
    scalars.add(
        dice.one(Type.enumOf(Colour.class), Type.enumOf(Only.class), Type.enumOf(Side.class)));
    for (Scalarset set : sets) {
      scalars.add(Type.nullable(set));
      scalars.add(Type.setOf(set));
      if (!set.symmetric()) scalars.add(Type.id(set));
    }
    for (int i = 0; i < 3; i++) composites.add(composite(2));
  }

  Type scalar() {
    return dice.one(scalars);
  }

  /** A type that can be written as a whole: it holds no mutex. */
  Type any() {
    if (dice.percent(45)) return scalar();
    if (dice.percent(60)) return dice.one(composites);
    return composite(2);
  }

  /** An array whose elements lie in several words. */
  Type wide() {
    return Type.array(
        0,
        dice.between(9, 30),
        dice.one(Type.range(0, 100), Type.range(-1, 30_000), dice.one(scalars)));
  }

  Type mutexes(String lockClass) {
    Type mutex = Type.mutex(lockClass);
    return switch (dice.below(7)) {
      case 0, 3 -> Type.array(dice.one(sets), mutex);
      case 4 -> Type.array(Side.class, mutex);
      case 1 -> Type.array(1, 2, Type.struct(Type.field("lock", mutex), Type.field("n", scalar())));
      case 2 -> Type.struct(Type.field("data", any()), Type.field("mutex", mutex));
      default -> mutex;
    };
  }

  /** An element of a queue: no array, which could not be appended. */
  Type message(int depth) {
    if (depth == 0 || dice.percent(60)) return scalar();
    List<Type.Field> fields = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--)
      fields.add(Type.field("m" + i, message(depth - 1)));
    return Type.struct(fields.toArray(Type.Field[]::new));
  }

  private Type composite(int depth) {
    return switch (dice.below(6)) {
      case 0 -> Type.array(dice.one(sets), inner(depth));
      case 1 -> array(dice.between(-1, 1), inner(depth));
      case 2 -> Type.array(Colour.class, inner(depth));
      case 3 -> struct(depth);
      default -> Type.queue(dice.percent(90) ? message(2) : inner(depth), dice.between(1, 3));
    };
  }

  private Type array(int low, Type element) {
    return Type.array(low, low + dice.below(4), element);
  }

  private Type struct(int depth) {
    List<Type.Field> fields = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) fields.add(Type.field("f" + i, inner(depth)));
    return Type.struct(fields.toArray(Type.Field[]::new));
  }

  private Type inner(int depth) {
    return depth == 0 || dice.percent(60) ? scalar() : composite(depth - 1);
  }
}
