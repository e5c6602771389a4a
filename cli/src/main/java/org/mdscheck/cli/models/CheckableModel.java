package org.mdscheck.cli.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.cli.exit.ExitCode;

/**
 * A model, built.
 *
 * @param request what it was built from
 * @param system with all properties of the model
 * @param bounds every bound in force, in the order in which they are shown
 * @param exitCodes how a command ends when a property is violated, by the name of the property,
 *     where its kind does not tell
 */
public record CheckableModel(
    ModelRequest request,
    TransitionSystem system,
    Map<String, Integer> bounds,
    Map<String, ExitCode> exitCodes) {
  public CheckableModel {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    exitCodes = Map.copyOf(exitCodes);
  }
}
