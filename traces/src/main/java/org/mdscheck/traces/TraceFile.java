package org.mdscheck.traces;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.result.Verdict;

/**
 * A trace as it is kept in a file, with what is needed to build its model again.
 *
 * @param tool the program that wrote it, with its version
 * @param systemName the name of the model
 * @param parameters what the model was built from, for whoever builds it again: strings, booleans,
 *     numbers, lists and maps of them; their order is kept
 * @param result the result that the trace belongs to
 */
public record TraceFile(
    String tool, String systemName, Map<String, Object> parameters, PropertyResult result) {

  /**
   * @throws IllegalArgumentException if the result has no trace with an initial state
   */
  public TraceFile {
    Objects.requireNonNull(tool);
    Objects.requireNonNull(systemName);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (result.trace() == null || result.trace().initial() == null) {
      throw new IllegalArgumentException(
          result.name() + " is " + result.verdict() + " without a trace: there is nothing to keep");
    }
  }

  /** The run that leads to a fault of the spec. */
  public static TraceFile of(
      String tool, String systemName, Map<String, Object> parameters, SpecError error) {
    final int depth = error.trace() == null ? 0 : error.trace().depth();
    return new TraceFile(
        tool,
        systemName,
        parameters,
        new PropertyResult(
            Trace.SPEC_ERROR,
            "the spec is free of faults",
            Verdict.ERROR,
            error.message(),
            depth,
            error.trace(),
            "",
            -1));
  }

  public Trace trace() {
    return result.trace();
  }
}
