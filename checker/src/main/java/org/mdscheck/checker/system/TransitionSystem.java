package org.mdscheck.checker.system;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What the engine knows of a model. Immutable, thread-safe; the work is done by {@link Explorer}s
 * made from it.
 */
public interface TransitionSystem {
  /** Name of the spec with its parameters, for reports. */
  String name();

  /** 16 hexadecimal digits that change whenever the model changes. */
  String hash();

  StateLayout layout();

  List<Action> actions();

  /** Checks inside actions, by index. */
  List<Check> checks();

  /**
   * Properties to verify. The predicates that they mention are numbers understood by {@link
   * Explorer}.
   */
  List<Property> properties();

  List<Tally> tallies();

  /**
   * A state predicate: where it is false the state is kept but not expanded (a bound of the model).
   * -1: there is none.
   */
  int boundPredicate();

  /**
   * What each action can touch and each predicate can see; empty if the system cannot tell, and
   * then there is no partial-order reduction of it. Computed by each call.
   */
  default Optional<Footprints> footprints() {
    return Optional.empty();
  }

  /**
   * The slots, labels included, whose codes decide the value of a state predicate, and perhaps
   * more; all of them unless the system knows better. Owned by the caller.
   */
  default BitSet reads(int statePredicate) {
    final BitSet all = new BitSet();
    all.set(0, layout().slots().size());
    return all;
  }

  /** A new explorer for one thread. */
  Explorer newExplorer();

  /**
   * The same model with every step by itself and nothing left out: what counterexamples are made
   * of, and what counts are told of. A system that was not reduced is its own reference.
   */
  default TransitionSystem reference() {
    return this;
  }

  /**
   * The actions of {@link #reference()} that one action here stands for, in the order in which they
   * are taken; at least one. Owned by the caller.
   */
  default int[] expansion(int action) {
    return new int[] {action};
  }

  /** Names of the passes that made this system smaller than {@link #reference()}. */
  default List<String> passes() {
    return List.of();
  }

  /**
   * A named check inside actions: part of the property {@code property}.
   *
   * @param actions the actions that make it, ascending
   */
  record Check(String property, String text, List<Integer> actions) {
    public Check {
      actions = List.copyOf(actions);
    }
  }

  /**
   * Something recorded about steps: for each action the set of buckets that its steps fell into.
   *
   * @param actions the actions whose steps are recorded, ascending
   * @param bucketNames what each bucket means; bucket 0 is "nothing to record"
   */
  record Tally(String name, int[] actions, List<String> bucketNames) {}
}
