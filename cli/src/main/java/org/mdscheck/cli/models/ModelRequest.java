package org.mdscheck.cli.models;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which model to build, as asked for on the command line or in a gate file.
 *
 * @param variant name of a variant
 * @param scenario name of a scenario
 * @param bounds the bounds that differ from those of the scenario, by name
 * @param assumptions the assumptions that were switched, by name
 */
public record ModelRequest(
    String variant,
    String scenario,
    Map<String, Integer> bounds,
    Map<String, Boolean> assumptions) {
  public ModelRequest {
    bounds = Collections.unmodifiableMap(new TreeMap<>(bounds));
    assumptions = Collections.unmodifiableMap(new TreeMap<>(assumptions));
  }

  /** The same for another variant. */
  public ModelRequest withVariant(String name) {
    return new ModelRequest(name, scenario, bounds, assumptions);
  }

  /** The same under other assumptions. */
  public ModelRequest withAssumptions(Map<String, Boolean> others) {
    return new ModelRequest(variant, scenario, bounds, others);
  }
}
