package org.mdscheck.cli.questions;

import java.util.List;

/**
 * A question of a review, and what the checker has to find out to answer it. It holds no answer.
 *
 * @param name as it is typed
 * @param asked the question, in one or two sentences
 * @param claims the parts that are answered apart, at least one
 * @param places where each claim is put to the test, at least one
 * @param variants asked about unless the user names others
 * @param lockOrderAgainst the variant against which the order of locks is shown; empty if the order
 *     of locks says nothing about the question
 */
public record Question(
    String name,
    String asked,
    List<Claim> claims,
    List<Place> places,
    List<String> variants,
    String lockOrderAgainst) {
  public Question {
    claims = List.copyOf(claims);
    places = List.copyOf(places);
    variants = List.copyOf(variants);
  }

  public Question(
      String name, String asked, List<Claim> claims, List<Place> places, List<String> variants) {
    this(name, asked, claims, places, variants, "");
  }

  /** The names of the properties that decide it, each once. */
  public List<String> properties() {
    return claims.stream()
        .flatMap(claim -> claim.deciders().stream())
        .map(Claim.Decider::property)
        .distinct()
        .toList();
  }
}
