package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/** What is said of a step that the model does not allow. */
final class FaultText {
  static final String NULL_MEMBER = "null cannot be a member of a set";

  private FaultText() {}

  static String outside(Ref element, int index, int low, int size) {
    String what = index == -1 && low == 0 ? "null" : Integer.toString(index);
    return element + ": the index is " + what + ", outside " + low + ".." + (low + size - 1);
  }

  static String shortQueue(Ref.Item item, int length) {
    return item + ": the queue has only " + length + " elements";
  }

  static String cannotHold(Slot slot, int value, Domain domain) {
    return slot.name()
        + " cannot hold "
        + (domain instanceof Domain.Id && value < 0 ? "null" : value)
        + ": its values are "
        + values(domain);
  }

  private static String values(Domain domain) {
    if (domain instanceof Domain.Range range) return range.low() + ".." + range.high();
    if (domain instanceof Domain.Id id)
      return (id.nullable() ? "null, " : "")
          + id.of().name()
          + "0 to "
          + id.of().name()
          + (id.of().size() - 1);
    return domain.toString();
  }

  static String doubleLock(Slot mutex) {
    return "double lock of " + mutex.name() + ", which the process owns already";
  }

  static String notOwned(Slot mutex, int code) {
    return "unlock of " + mutex.name() + ", which is owned by " + mutex.domain().show(code);
  }

  /**
   * @param length the slot of the queue's length
   */
  static String full(Slot length, Type.Queue type) {
    return "queue "
        + queueName(length)
        + " is full with "
        + type.capacity()
        + " elements: give it more room";
  }

  static String empty(Slot length) {
    return "queue " + queueName(length) + " is empty: guard the step that takes from it";
  }

  private static String queueName(Slot length) {
    return length.name().replace(".length", "");
  }
}
