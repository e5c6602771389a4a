package org.mdscheck.checker.compile.comparison;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** The predicates and tallies that an explorer of a system can be asked for. */
final class Questions {
  final int[] statePredicates;
  final int[] stepPredicates;
  private final boolean[][] tallied; // by tally and action

  Questions(TransitionSystem system) {
    final BitSet ofStates = new BitSet();
    final BitSet ofSteps = new BitSet();
    if (system.boundPredicate() >= 0) ofStates.set(system.boundPredicate());
    for (Property p : system.properties()) {
      if (p instanceof Property.Invariant i) clauses(i.clauses(), ofStates);
      if (p instanceof Property.Recovery r) clauses(r.clauses(), ofStates);
      if (p instanceof Property.StepInvariant s) clauses(s.clauses(), ofSteps);
      if (p instanceof Property.Cover c) ofStates.set(c.predicate());
    }
    statePredicates = ofStates.stream().toArray();
    stepPredicates = ofSteps.stream().toArray();
    tallied = new boolean[system.tallies().size()][system.actions().size()];
    for (int t = 0; t < tallied.length; t++) {
      final boolean[] actions = tallied[t];
      Arrays.stream(system.tallies().get(t).actions()).forEach(action -> actions[action] = true);
    }
  }

  int tallies() {
    return tallied.length;
  }

  /** Whether a tally records the steps of an action. */
  boolean isTallied(int tally, int action) {
    return action < tallied[tally].length && tallied[tally][action];
  }

  private static void clauses(List<Property.Clause> clauses, BitSet predicates) {
    for (Property.Clause c : clauses) {
      if (c.premise() >= 0) predicates.set(c.premise());
      predicates.set(c.conclusion());
    }
  }
}
