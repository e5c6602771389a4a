package org.mdscheck.checker.compile;

/**
 * A place as generated code finds it: one slot, or one of several by an index that a local variable
 * of the method holds.
 */
final class Address {
  private final int[] slots;
  private final int index;

  private Address(int[] slots, int index) {
    this.slots = slots;
    this.index = index;
  }

  static Address of(int slot) {
    return new Address(new int[] {slot}, -1);
  }

  /**
   * @param index the local variable, in {@code [0, slots.length)}
   */
  static Address of(int[] slots, int index) {
    return new Address(slots, index);
  }

  boolean isFixed() {
    return index < 0;
  }

  int count() {
    return slots.length;
  }

  int slot(int i) {
    return slots[i];
  }

  int[] slots() {
    return slots;
  }

  int index() {
    return index;
  }
}
