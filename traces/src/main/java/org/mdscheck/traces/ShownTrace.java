package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A trace with what its steps mean to a person: who acts, what changes, which locks are held, which
 * messages arrive. What text and pictures have in common. Immutable.
 */
final class ShownTrace {
  private final TransitionSystem system;
  private final Trace trace;
  private final Variables variables;
  private final Locks locks;
  private final List<Step> steps;

  /**
   * One step.
   *
   * @param number counted from 1
   * @param action what was done, and by which process
   * @param changes what the step changed that its statement and its locks do not tell
   * @param state the state after it; of a step that ended the run, the state before it
   * @param received the messages that it took and another process had sent
   */
  record Step(
      int number, Action action, List<Change> changes, StateVector state, List<Delivery> received) {

    int process() {
      return action.process();
    }

    String function() {
      return action.functions().get(action.functions().size() - 1);
    }
  }

  /**
   * An element of a queue from one process to another.
   *
   * @param fromStep index of the step that appended it
   * @param queue name of the queue
   * @param text the element
   */
  record Delivery(int fromStep, String queue, String text) {}

  /**
   * @param trace of this system, with an initial state
   */
  ShownTrace(TransitionSystem system, Trace trace) {
    this.system = system;
    this.trace = trace;
    variables = new Variables(system.layout());
    locks = new Locks(system, trace);
    final Mail mail = new Mail();
    final List<Step> shown = new ArrayList<>();
    for (int i = 0; i < trace.depth(); i++) shown.add(step(i, mail));
    steps = List.copyOf(shown);
  }

  private Step step(int index, Mail mail) {
    final Action action = system.actions().get(trace.steps().get(index).action());
    final StateVector before = trace.stateBefore(index);
    final StateVector after = trace.stateBefore(index + 1);
    if (after == null) return new Step(index + 1, action, List.of(), before, List.of());
    final List<Change> changes = Change.between(variables, before, after);
    return new Step(
        index + 1,
        action,
        changes.stream().filter(c -> c.isTold(trace.initial())).toList(),
        after,
        mail.received(index, action.process(), changes));
  }

  TransitionSystem system() {
    return system;
  }

  StateLayout layout() {
    return system.layout();
  }

  Trace trace() {
    return trace;
  }

  Variables variables() {
    return variables;
  }

  Locks locks() {
    return locks;
  }

  List<Step> steps() {
    return steps;
  }

  /** The last state that there is. */
  StateVector lastState() {
    return steps.isEmpty() ? trace.initial() : steps.get(steps.size() - 1).state();
  }

  /** The processes that take a step, ascending. */
  List<Integer> participants() {
    final TreeSet<Integer> processes = new TreeSet<>();
    steps.forEach(step -> processes.add(step.process()));
    return List.copyOf(processes);
  }

  String processName(int process) {
    return layout().processes().get(process).name();
  }

  /** Who appended the elements that wait in shared queues. */
  private static final class Mail {
    private final Map<String, List<Letter>> waiting = new HashMap<>();

    /** An element, with the step and the process that appended it; -1 if none did. */
    private record Letter(int fromStep, int sender, String text) {}

    /** A step that empties a queue of several elements throws them away: that is no delivery. */
    List<Delivery> received(int step, int process, List<Change> changes) {
      final List<Delivery> received = new ArrayList<>();
      for (Change change : changes) {
        if (!(change.variable() instanceof Variables.QueueVariable queue)) continue;
        if (queue.kind() == Slot.Kind.LOCAL) continue;
        final List<Letter> gone = update(queue, change, step, process);
        if (gone.size() != 1) continue;
        final Letter letter = gone.get(0);
        if (letter.sender() >= 0 && letter.sender() != process)
          received.add(new Delivery(letter.fromStep(), queue.name(), letter.text()));
      }
      return received;
    }

    /** Returns what is no longer in the queue. */
    private List<Letter> update(
        Variables.QueueVariable queue, Change change, int step, int process) {
      final List<Letter> old =
          waiting.computeIfAbsent(
              queue.name(),
              name ->
                  queue.elements(change.before()).stream()
                      .map(text -> new Letter(-1, -1, text))
                      .toList());
      final List<Letter> rest = new ArrayList<>(old);
      final List<Letter> now = new ArrayList<>();
      for (String text : queue.elements(change.after())) {
        final Letter known =
            rest.stream().filter(letter -> letter.text().equals(text)).findFirst().orElse(null);
        rest.remove(known);
        now.add(known != null ? known : new Letter(step, process, text));
      }
      waiting.put(queue.name(), now);
      return rest;
    }
  }
}
