package org.mdscheck.checker.system;

import java.util.List;

/**
 * A property as the engine sees it: kind, clauses, predicate numbers.
 *
 * <p>The verdict of a property is VIOLATED when one clause is; HOLDS when the search was exhausted
 * and every clause was really evaluated; a clause whose premise was never true is vacuous, and a
 * property with a vacuous clause does not hold.
 */
public sealed interface Property {
  /** The name in reports; unique among properties. */
  String name();

  /** One sentence that says what is true when it holds. */
  String meaning();

  /**
   * A named part of a property: wherever {@code premise} is true, {@code conclusion} is. Both are
   * predicate numbers; premise -1 is "always".
   */
  record Clause(String name, int premise, int conclusion) {}

  /** True in every reachable state. */
  record Invariant(String name, String meaning, List<Clause> clauses) implements Property {}

  /** True of every step; only the steps of {@code actions} (ascending) can falsify it. */
  record StepInvariant(String name, String meaning, List<Clause> clauses, int[] actions)
      implements Property {}

  /** Reached in at least one state. */
  record Cover(String name, String meaning, int predicate) implements Property {}

  /**
   * Can always recover: from every reachable state with {@code premise} some path of {@link
   * Action#reliable} steps leads to {@code goal} (AG (premise => EF goal), Clarke, Emerson and
   * Sistla 1986). A state cut off by a bound counts as recovered.
   */
  record Recovery(String name, String meaning, List<Clause> clauses) implements Property {}

  /** No check of this name fails in any step. */
  record Checked(String name, String meaning) implements Property {}

  /** No state without successor, unless it may stop. */
  record NoStuckState(String name, String meaning) implements Property {}
}
