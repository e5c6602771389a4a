package org.mdscheck.cli.questions;

import java.util.Map;

/**
 * Where a claim is put to the test.
 *
 * @param scenario its name
 * @param bounds those that differ from the scenario's, by name
 */
public record Place(String scenario, Map<String, Integer> bounds) {
  public Place {
    bounds = Map.copyOf(bounds);
  }

  /** A scenario with the bounds that it ships with. */
  public static Place in(String scenario) {
    return new Place(scenario, Map.of());
  }
}
