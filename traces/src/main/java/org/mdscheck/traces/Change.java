package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * One variable that a step changed.
 *
 * @param variable which
 * @param before the state before the step
 * @param after the state after it
 */
record Change(Variables.Variable variable, StateVector before, StateVector after) {

  /** Every variable that differs between two states, in the order of the layout. */
  static List<Change> between(Variables variables, StateVector before, StateVector after) {
    final List<Change> changes = new ArrayList<>();
    for (Variables.Variable variable : variables.all()) {
      final Change change = new Change(variable, before, after);
      if (!change.from().equals(change.to())) changes.add(change);
    }
    return changes;
  }

  String from() {
    return variable.show(before);
  }

  String to() {
    return variable.show(after);
  }

  /**
   * Whether it tells more than the statement, the locks held and the function do: not a label or a
   * mutex, nor a local variable that goes back to its value of the {@code initial} state, as all do
   * when their function returns.
   */
  boolean isTold(StateVector initial) {
    return switch (variable.kind()) {
      case SHARED -> true;
      case MUTEX, LABEL -> false;
      case LOCAL -> !to().equals(variable.show(initial));
    };
  }

  /**
   * The name without that of its process, when it is local to {@code process}; else the full name.
   */
  private String name(StateLayout layout, int process) {
    if (variable.process() != process || variable.kind() != Slot.Kind.LOCAL) return variable.name();
    final String prefix = layout.processes().get(process).name() + ": ";
    final String name = variable.name();
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /**
   * What happened to it: {@code x: A -> B}, {@code x = B} for a local variable, or what was
   * appended to a queue or removed from it.
   */
  String text(StateLayout layout, int process) {
    final String name = name(layout, process);
    if (variable instanceof Variables.QueueVariable queue) return name + ": " + queueText(queue);
    return variable.kind() == Slot.Kind.LOCAL
        ? name + " = " + to()
        : name + ": " + from() + " -> " + to();
  }

  private String queueText(Variables.QueueVariable queue) {
    final List<String> old = queue.elements(before);
    final List<String> now = queue.elements(after);
    if (isAppended(old, now)) return "append " + joined(now.subList(old.size(), now.size()));
    if (isRemoved(old, now)) return "remove " + joined(old.subList(0, old.size() - now.size()));
    return old + " -> " + now;
  }

  private static String joined(List<String> elements) {
    return String.join(", ", elements);
  }

  /** Whether the queue only grew, at its end. */
  private static boolean isAppended(List<String> old, List<String> now) {
    return now.size() > old.size() && now.subList(0, old.size()).equals(old);
  }

  /** Whether the queue only shrank, at its head. */
  private static boolean isRemoved(List<String> old, List<String> now) {
    return now.size() < old.size() && old.subList(old.size() - now.size(), old.size()).equals(now);
  }
}
