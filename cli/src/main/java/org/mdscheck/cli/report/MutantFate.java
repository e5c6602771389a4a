package org.mdscheck.cli.report;

import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.checker.result.PropertyResult;

/**
 * What became of a mutant.
 *
 * @param scenario in which it was noticed; null if it was not
 * @param by the property that noticed it, or what is wrong with the model; else empty
 * @param isSame of a survivor: whether every level has as many states as without it, and as many
 *     steps are taken
 * @param change of a survivor: how many states more there are with it, over all scenarios
 */
public record MutantFate(
    Mutation mutation, Kind kind, String scenario, String by, boolean isSame, long change) {
  /** The ends of a mutant. */
  public enum Kind {
    /** A property that held is violated. */
    KILLED,
    /** A step cannot be evaluated: a mutex given back by who does not own it, for instance. */
    FAULTY,
    /** All that held still holds. */
    SURVIVED,
    /** A limit ended the search. */
    UNDECIDED
  }

  public static MutantFate killed(Mutation mutation, String scenario, PropertyResult by) {
    return new MutantFate(mutation, Kind.KILLED, scenario, by.name(), false, 0);
  }

  public static MutantFate faulty(Mutation mutation, String scenario, String message) {
    return new MutantFate(mutation, Kind.FAULTY, scenario, message, false, 0);
  }

  public static MutantFate survived(Mutation mutation, boolean isSame, long change) {
    return new MutantFate(mutation, Kind.SURVIVED, null, "", isSame, change);
  }

  public static MutantFate undecided(Mutation mutation) {
    return new MutantFate(mutation, Kind.UNDECIDED, null, "", false, 0);
  }
}
