package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;

/**
 * What is done to one slot by a process that owns some mutexes.
 *
 * @param locks slots of the mutexes; not modified
 */
record Touch(int slot, Kind kind, BitSet locks) {

  /**
   * Every slot of some accesses, each with the mutexes that the process owns for certain when it
   * touches that one.
   */
  static List<Touch> all(List<Access> accesses, Set<HeldLocks.Lock> locks) {
    return known(accesses, locks, -1, 0);
  }

  /**
   * The same where the code of one selector is known.
   *
   * @param selector -1 if none is
   */
  static List<Touch> known(
      List<Access> accesses, Set<HeldLocks.Lock> locks, int selector, int code) {
    final BitSet known = HeldLocks.owned(locks, selector, code);
    final List<Touch> all = new ArrayList<>();
    for (Access access : accesses) {
      for (int c = 0; c < access.slots().size(); c++) {
        if (selector >= 0 && access.selector() == selector && c != code) continue;
        final BitSet owned = HeldLocks.owned(locks, access.selector(), c);
        owned.or(known);
        access.slots().get(c).stream()
            .forEach(slot -> all.add(new Touch(slot, access.kind(), owned)));
      }
    }
    return all;
  }

  /**
   * Whether this touch, of a process that stands still, and one that another process makes
   * meanwhile may depend on each other.
   */
  boolean conflictsWith(Touch other) {
    return slot == other.slot && kindsConflict(other.kind) && !locks.intersects(other.locks);
  }

  private boolean kindsConflict(Kind others) {
    return switch (kind) {
      case READ -> others.isChange();
      // It is in use now, or this process would not go first.
      case IN_USE -> others.isChange() && others != Kind.GROW;
      case WRITE, GROW, ACQUIRE -> true;
      // It is owned by the process that stands still, so no other can take or give it back.
      case RELEASE -> others != Kind.ACQUIRE && others != Kind.RELEASE;
    };
  }
}
