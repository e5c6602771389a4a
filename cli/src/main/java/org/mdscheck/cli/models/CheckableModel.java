package org.mdscheck.cli.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.cli.exit.ExitCode;

/**
 * A model, built.
 *
 * @param request what it was built from
 * @param searched the system to search, with the properties that it was reduced for at least
 * @param bounds every bound in force, in the order in which they are shown
 * @param exitCodes how a command ends when a property is violated, by the name of the property,
 *     where its kind does not tell
 * @param state the variable that is drawn as a state machine
 * @param environment families of processes that are no threads of the code in question
 * @param guards what is meant to guard each plain variable: a lock class or {@code none}
 */
public record CheckableModel(
    ModelRequest request,
    TransitionSystem searched,
    Map<String, Integer> bounds,
    Map<String, ExitCode> exitCodes,
    StateVariable state,
    Set<String> environment,
    Map<String, String> guards) {
  public CheckableModel {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    exitCodes = Map.copyOf(exitCodes);
    environment = Set.copyOf(environment);
    guards = Collections.unmodifiableMap(new TreeMap<>(guards));
  }

  /** The same, searched as another system of the same steps. */
  public CheckableModel searchedAs(TransitionSystem system) {
    return new CheckableModel(request, system, bounds, exitCodes, state, environment, guards);
  }

  /** The model in full, with all its properties: what results speak of. */
  public TransitionSystem system() {
    return searched.reference();
  }

  /**
   * How a command ends that has found the property of that name to be violated, or the model to be
   * faulty.
   */
  public ExitCode exitCodeOf(String violated) {
    if (violated.equals(Trace.SPEC_ERROR)) return ExitCode.MODEL_FAULT;
    final ExitCode special = exitCodes.get(violated);
    if (special != null) return special;
    final Property property =
        system().properties().stream()
            .filter(candidate -> candidate.name().equals(violated))
            .findFirst()
            .orElseThrow();
    if (property instanceof Property.NoStuckState) return ExitCode.DEADLOCK;
    if (property instanceof Property.Recovery) return ExitCode.RECOVERY;
    if (property instanceof Property.Checked) return ExitCode.ASSERTION;
    return property instanceof Property.Cover ? ExitCode.UNREACHABLE : ExitCode.SAFETY;
  }
}
