package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;

/**
 * What is done to one slot by a process that owns some mutexes.
 *
 * @param locks slots of the mutexes; not modified
 */
record Touch(int slot, Kind kind, BitSet locks) {

  /**
   * Tells every slot of an access, each with the mutexes that the process owns for certain when it
   * touches that one.
   */
  static void each(Access access, Set<HeldLocks.Lock> locks, Consumer<Touch> to) {
    for (int code = 0; code < access.slots().size(); code++) {
      final BitSet owned = owned(access.selector(), code, locks);
      access.slots().get(code).stream()
          .forEach(slot -> to.accept(new Touch(slot, access.kind(), owned)));
    }
  }

  private static BitSet owned(int selector, int code, Set<HeldLocks.Lock> locks) {
    final BitSet owned = new BitSet();
    for (HeldLocks.Lock lock : locks) {
      if (lock.selector() < 0) owned.or(lock.slots().get(0));
      else if (lock.selector() == selector) owned.or(lock.slots().get(code));
    }
    return owned;
  }

  static List<Touch> all(List<Access> accesses, Set<HeldLocks.Lock> locks) {
    final List<Touch> all = new ArrayList<>();
    for (Access access : accesses) each(access, locks, all::add);
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
      case READ -> others != Kind.READ;
      case WRITE -> true;
      case ACQUIRE -> true;
      // It is owned by the process that stands still, so no other can take or give it back.
      case RELEASE -> others == Kind.READ || others == Kind.WRITE;
    };
  }
}
