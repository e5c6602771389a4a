package org.mdscheck.cli.questions;

import java.util.List;

/**
 * A sentence about a kernel tree that is true or false.
 *
 * @param sentence in our own words: what never happens, or what is always possible
 * @param deciders the properties that together say it, at least one
 */
public record Claim(String sentence, List<Decider> deciders) {
  public Claim {
    deciders = List.copyOf(deciders);
  }

  /** A claim that one property says. */
  public static Claim claim(String sentence, String property, String ifViolated) {
    return new Claim(sentence, List.of(new Decider(property, ifViolated)));
  }

  /** A claim that several properties say. */
  public static Claim claim(String sentence, Decider... deciders) {
    return new Claim(sentence, List.of(deciders));
  }

  /**
   * One property.
   *
   * @param property its name
   * @param ifViolated what a run that breaks it means to the question, one sentence
   */
  public record Decider(String property, String ifViolated) {}
}
