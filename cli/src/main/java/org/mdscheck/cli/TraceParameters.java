package org.mdscheck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;

/** How a file with a trace says which model it is a run of. */
final class TraceParameters {
  private TraceParameters() {}

  /** What is written. */
  static Map<String, Object> of(ModelRequest request) {
    final Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("variant", request.variant());
    parameters.put("scenario", request.scenario());
    parameters.put("bounds", request.bounds());
    parameters.put("assumptions", request.assumptions());
    return parameters;
  }

  /**
   * What was written, read back.
   *
   * @param file names it in messages
   * @throws Failure if it is something else, or speaks of a model that is not there
   */
  static ModelRequest request(Map<String, Object> parameters, ModelLibrary library, String file) {
    final Names names = new Names(library);
    final Map<String, Integer> bounds = map(parameters, "bounds", Integer.class, file);
    final Map<String, Boolean> assumptions = map(parameters, "assumptions", Boolean.class, file);
    try {
      bounds.keySet().forEach(name -> Names.require("bound", ModelOptions.BOUNDS, name));
      assumptions.keySet().forEach(name -> names.require(Topic.ASSUMPTIONS, name));
      return new ModelRequest(
          names.requireVariant(value(parameters, "variant", String.class, file)),
          names.require(Topic.SCENARIOS, value(parameters, "scenario", String.class, file)),
          bounds,
          assumptions);
    } catch (Failure e) {
      if (e.exitCode() == ExitCode.UNREADABLE) throw e;
      throw new Failure(
          ExitCode.NO_BEHAVIOUR, file + " is a run of another model: " + e.getMessage(), e);
    }
  }

  private static <T> Map<String, T> map(
      Map<String, Object> parameters, String name, Class<T> type, String file) {
    final Map<String, T> typed = new LinkedHashMap<>();
    final Map<?, ?> untyped = value(parameters, name, Map.class, file);
    for (Map.Entry<?, ?> entry : untyped.entrySet()) {
      if (!type.isInstance(entry.getValue())) throw damaged(name, file);
      typed.put(String.valueOf(entry.getKey()), type.cast(entry.getValue()));
    }
    return typed;
  }

  private static <T> T value(
      Map<String, Object> parameters, String name, Class<T> type, String file) {
    if (!type.isInstance(parameters.get(name))) throw damaged(name, file);
    return type.cast(parameters.get(name));
  }

  private static Failure damaged(String name, String file) {
    return new Failure(
        ExitCode.UNREADABLE,
        file + " does not say which model it is a run of: its parameter " + name + " is wrong");
  }
}
