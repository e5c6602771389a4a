package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * The memory of the client's MDS maps: {@code mdsc->mdsmap} points at one, and the old one is freed
 * when the new one was looked through. Only with {@link Context#MAP_MEMORY}.
 *
 * <p>A map never changes, so what it says is read with the pointer; the memory is looked at when
 * the kernel looks. It is used again only when no thread can still name it.
 */
final class MapMemory {
  /** One in use, two old ones that are looked through, and one freed that a thread still names. */
  private static final int MAPS = 4;

  static final String PROPERTY = "map-use-after-free";

  private final Scalarset maps;
  private final Ref current;
  private final Ref allocated;
  private final Ref exhausted;

  /** How many handlers hold a map, {@code mdsc->mdsmap} apart; null where nobody counts. */
  private final Ref references;

  /**
   * @param counts whether who works on a map holds a reference
   * @param exhausted becomes true when there is no memory for one more map: a bound of the model
   */
  MapMemory(Spec.Builder spec, boolean counts, Ref exhausted) {
    maps = spec.scalarset("map", MAPS, false);
    current = spec.variable("mdsc.mdsmap", Type.nullable(maps), map(0));
    allocated =
        spec.variable("mdsmap.allocated", Type.setOf(maps), new Expr.Constant(Type.setOf(maps), 1));
    // One handler as the new map, another as the old one.
    references =
        counts ? spec.variable("mdsmap.references", Type.array(maps, Type.range(0, 2))) : null;
    this.exhausted = exhausted;
  }

  /** {@code mdsc->mdsmap}. */
  Ref current() {
    return current;
  }

  /** Whether no map has come yet. */
  Expr isFirst() {
    return current.is(map(0));
  }

  /** The type of a pointer to a map. */
  Type pointer() {
    return Type.nullable(maps);
  }

  /** A new map is put in place; the pointers to both are kept. */
  Effect swap(Ref oldMap, Ref newMap) {
    Effect none = assign(exhausted, true);
    for (int i = MAPS - 1; i >= 0; i--) {
      none = whenElse(isFree(map(i)), all(assign(newMap, map(i)), add(allocated, map(i))), none);
    }
    return all(assign(oldMap, current), none, assign(current, newMap));
  }

  Effect free(Expr map) {
    return drop(allocated, map);
  }

  /** The old map had a reference of {@code mdsc->mdsmap}, which passes to who swaps. */
  Effect hold(Expr oldMap, Expr newMap) {
    return all(increment(references.at(oldMap)), increment(references.at(newMap)));
  }

  /** The last put frees. */
  Effect put(Expr map) {
    return all(
        when(references.at(map).is(1).and(current.isNot(map)), free(map)),
        decrement(references.at(map)));
  }

  /** A map is looked at. */
  Effect use(Expr map) {
    return check(PROPERTY, "the memory of a map that was freed is read", map.isIn(allocated));
  }

  /** Whether each map that was not freed is the current one, or a thread has it. */
  Expr hasNoLeak() {
    return forAll(
        maps, map -> map.isIn(allocated).implies(current.is(map).or(not(unreferenced(map)))));
  }

  private Expr isFree(Expr map) {
    return not(map.isIn(allocated)).and(unreferenced(map));
  }

  private Expr map(int number) {
    return new Expr.Constant(Type.id(maps), number);
  }
}
