package org.mdscheck.checker.compile.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Compares what two systems made from one spec say of the same states: may it stop, every state
 * predicate, and the steps in order, each with its action, its words, its failed checks or its
 * error, every step predicate and every tally. Slow, and allocates. Not thread-safe.
 */
public final class StepComparison {
  private final TransitionSystem expected;
  private final TransitionSystem actual;
  private final Explorer reference;
  private final Explorer examined;
  private final Questions questions;
  private Account told;

  /**
   * @param expected the system that is right
   * @param actual the one in doubt
   */
  public StepComparison(TransitionSystem expected, TransitionSystem actual) {
    this.expected = expected;
    this.actual = actual;
    reference = expected.newExplorer();
    examined = actual.newExplorer();
    questions = new Questions(expected);
  }

  /** What differs between the systems as a whole: layout, actions, checks, properties, tallies. */
  public Optional<String> ofSystems() {
    return Systems.difference(expected, actual);
  }

  /** What differs between the initial states. */
  public Optional<String> ofInitialStates() {
    final Account right = new Account(questions, null);
    final Account found = new Account(questions, null);
    reference.initialStates(right);
    examined.initialStates(found);
    told = right;
    return difference(right.events(), found.events())
        .map(text -> "initial states of " + expected.name() + ": " + text);
  }

  /**
   * What differs in a state. Afterwards the steps that the first system takes from there are in
   * {@link #successors}.
   */
  public Optional<String> ofState(long[] state) {
    final Account right = new Account(questions, reference);
    take(right, reference, state);
    final Account found = new Account(questions, examined);
    try {
      take(found, examined, state);
      found.requireSameByProcess(actual.layout().processes().size());
    } catch (RuntimeException | LinkageError e) {
      found.end(e);
    }
    told = right;
    return difference(right.events(), found.events())
        .map(text -> "state " + show(state) + " of " + expected.name() + ": " + text);
  }

  /** The states that the steps compared last lead to, in the order of the steps. */
  public List<long[]> successors() {
    return told.successors();
  }

  /** What the first system said of the states compared last. */
  List<Said> said() {
    return told.events();
  }

  private static void take(Account account, Explorer explorer, long[] state) {
    // An explorer copies what it loads: whatever becomes of the array is nothing to it.
    final long[] lent = state.clone();
    explorer.load(lent);
    Arrays.fill(lent, -1L);
    account.take();
  }

  private Optional<String> difference(List<Said> right, List<Said> found) {
    final int both = Math.min(right.size(), found.size());
    int at = 0;
    while (at < both && right.get(at).equals(found.get(at))) at++;
    if (at == right.size() && at == found.size()) return Optional.empty();
    return Optional.of("expected " + describe(right, at) + ", found " + describe(found, at));
  }

  private String describe(List<Said> all, int at) {
    if (at == all.size()) return "nothing more";
    final Said said = all.get(at);
    final String by = said.action() < 0 ? "" : " by " + name(said.action());
    final String to = said.after() == null ? "" : " to " + show(said.after().array());
    return said.text() + by + to;
  }

  private String name(int action) {
    if (action >= expected.actions().size()) return "action " + action;
    final Action taken = expected.actions().get(action);
    return "action "
        + action
        + " ("
        + expected.layout().processes().get(taken.process()).name()
        + ", "
        + taken.source()
        + ")";
  }

  private String show(long[] state) {
    final StateLayout layout = expected.layout();
    final List<String> values = new ArrayList<>();
    for (Slot slot : layout.slots()) {
      final int code = layout.get(state, slot.index());
      final boolean isCode = code < slot.domain().size();
      values.add(slot.name() + "=" + (isCode ? slot.domain().show(code) : "code " + code));
    }
    final StringBuilder words = new StringBuilder();
    for (long word : state) words.append(' ').append(Long.toHexString(word));
    return values + " (words" + words + ")";
  }
}
