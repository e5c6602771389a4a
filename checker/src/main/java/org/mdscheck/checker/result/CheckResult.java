package org.mdscheck.checker.result;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of a run. All of it but {@code effort} is a function of the system and the options
 * without the number of workers, unless the run ended in a limit of memory or time or was
 * cancelled.
 *
 * @param systemName name of the system
 * @param systemHash hash of the system
 * @param properties a result for each property checked, in the order of the system
 * @param error what is wrong with the spec; null if nothing
 * @param limit why the search ended early; null if it was exhausted
 * @param statistics counts
 * @param conditions limits and reductions in force
 * @param effort time and memory
 */
public record CheckResult(
    String systemName,
    String systemHash,
    List<PropertyResult> properties,
    SpecError error,
    Limit limit,
    Statistics statistics,
    Conditions conditions,
    Effort effort) {
  public CheckResult {
    properties = List.copyOf(properties);
  }

  /**
   * ERROR for a faulty spec, else VIOLATED if a property is, else INCOMPLETE if the search or a
   * property is, else HOLDS.
   */
  public Verdict verdict() {
    if (error != null) return Verdict.ERROR;
    if (has(Verdict.VIOLATED)) return Verdict.VIOLATED;
    return limit != null || has(Verdict.INCOMPLETE) ? Verdict.INCOMPLETE : Verdict.HOLDS;
  }

  /** The result of the property of that name, if it was checked. */
  public Optional<PropertyResult> property(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private boolean has(Verdict verdict) {
    return properties.stream().anyMatch(p -> p.verdict() == verdict);
  }
}
