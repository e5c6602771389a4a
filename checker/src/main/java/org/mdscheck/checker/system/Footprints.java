package org.mdscheck.checker.system;

import java.util.BitSet;
import java.util.List;

/**
 * The static facts that partial-order reduction rests on.
 *
 * @param starts by process: the labels at which it may start
 * @param actions by action
 * @param statePredicates by number: in which ways a state predicate is true and false
 * @param stepPredicates by number: what a step predicate looks at, before or after the step
 * @param tallies by number: what the bucket of a step depends on
 */
public record Footprints(
    List<BitSet> starts,
    List<ActionFootprint> actions,
    List<Outlook> statePredicates,
    List<View> stepPredicates,
    List<View> tallies) {
  public Footprints {
    starts = List.copyOf(starts);
    actions = List.copyOf(actions);
    statePredicates = List.copyOf(statePredicates);
    stepPredicates = List.copyOf(stepPredicates);
    tallies = List.copyOf(tallies);
  }

  /**
   * The ways in which a state predicate can be true, and those in which it can be false. It stays
   * so at least until a step ends the way: all that matters of it is when that happens, so a way
   * may have more conditions than it needs and never has fewer.
   *
   * @param whenTrue none if it never is
   * @param whenFalse none if it never is
   */
  public record Outlook(List<List<Condition>> whenTrue, List<List<Condition>> whenFalse) {
    public Outlook {
      whenTrue = whenTrue.stream().map(List::copyOf).toList();
      whenFalse = whenFalse.stream().map(List::copyOf).toList();
    }
  }

  /**
   * One of the things that a way rests on.
   *
   * @param process whose it is; -1 for what is nobody's
   * @param set slots, or labels of the process; not modified
   */
  public record Condition(Kind kind, int process, BitSet set) {
    /** What must stay. */
    public enum Kind {
      /** Slots have their values: a write ends it. */
      VALUES,
      /** The process stands at one of the labels: leaving them ends it. */
      AT,
      /** A mutex is owned by anybody: giving it back ends it. */
      OWNED,
      /** A mutex is owned by nobody: taking it ends it. */
      FREE,
      /** The process owns one of the mutexes: its giving one back ends it. */
      OWNS,
      /** The process owns none of the mutexes: its taking one ends it. */
      OWNS_NONE
    }
  }

  /**
   * What a predicate can see of a step. Which mutexes the process that takes a step owns itself is
   * left out.
   */
  public record View(BitSet slots, List<ActionFootprint.LabelSet> labels) {
    public View {
      labels = List.copyOf(labels);
    }
  }
}
