package org.mdscheck.checker.compile;

import java.util.IdentityHashMap;
import java.util.Map;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.SpecException;

/**
 * What the bound variables and locals of a place in a program mean: a value, or the first slot.
 * Immutable.
 */
final class Scope {
  static final Scope EMPTY = new Scope(Map.of(), Map.of());

  private final Map<Bound, Integer> values;
  private final Map<Local, Integer> slots;

  private Scope(Map<Bound, Integer> values, Map<Local, Integer> slots) {
    this.values = values;
    this.slots = slots;
  }

  Scope with(Bound variable, int value) {
    Map<Bound, Integer> more = new IdentityHashMap<>(values);
    more.put(variable, value);
    return new Scope(more, slots);
  }

  Scope with(Local local, int slot) {
    Map<Local, Integer> more = new IdentityHashMap<>(slots);
    more.put(local, slot);
    return new Scope(values, more);
  }

  int value(Bound variable) {
    Integer value = values.get(variable);
    if (value == null)
      throw new SpecException(
          "variable "
              + variable.name()
              + " is used outside the quantifier, choice or process that binds it");
    return value;
  }

  int slot(Local local) {
    Integer slot = slots.get(local);
    if (slot == null)
      throw new SpecException(
          "local "
              + local.name()
              + " is used in a program that does not declare it: name it in program(...)");
    return slot;
  }
}
