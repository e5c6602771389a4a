package org.mdscheck.cli;

import java.time.Duration;
import java.util.Set;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.SystemForm;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how to search, and when to give up. */
final class SearchLimits {
  /** Whether states that differ in the names of interchangeable ids only are searched once. */
  enum Symmetry {
    OFF,
    CHECKED
  }

  @Option(
      names = "--workers",
      paramLabel = "N|auto",
      converter = Quantities.Workers.class,
      description = "threads (default: auto, one for each processor)")
  private Integer workers;

  @Option(
      names = "--symmetry",
      paramLabel = "off|checked",
      description = "search one state of those that differ in the names of ids only (default)")
  private Symmetry symmetry = Symmetry.CHECKED;

  @Option(
      names = "--max-states",
      paramLabel = "N",
      description = "give up at so many distinct states; 0: never (default for one search)")
  private Long maxStates;

  @Option(
      names = "--bound",
      paramLabel = "N",
      description = "do not search deeper than N steps; 0: no bound (default)")
  private int bound;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      converter = Quantities.Bytes.class,
      description = "give up when the states take so much, as in 4g (default: half the heap)")
  private Long maxMemory;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = Quantities.Time.class,
      description = "give up after so long, as in 90s, 10m or 2h")
  private Duration timeLimit;

  @Option(
      names = "--max-errors",
      paramLabel = "0|1",
      description = "1: stop at the first violation; 0: check all properties (default)")
  private int maxErrors;

  @ArgGroup(validate = false)
  private FormOptions form = new FormOptions();

  /**
   * What the engine is to do.
   *
   * @param properties names of those to check; none means all
   * @throws Failure if a number makes no sense, or a name is unknown
   */
  SearchOptions options(Set<String> properties) {
    if (maxErrors < 0 || maxErrors > 1) {
      throw Failure.usage(
          "--max-errors " + maxErrors + " cannot be had: 1 stops at the first, 0 finds all");
    }
    SearchOptions options =
        SearchOptions.defaults()
            .withSymmetry(symmetry == Symmetry.CHECKED)
            .withPartialOrder(form.reductions().isPartialOrder())
            .withProperties(properties)
            .withTimeLimit(timeLimit)
            .withStopAtFirstViolation(maxErrors == 1);
    if (workers != null) options = options.withWorkers(workers);
    if (maxStates != null && notNegative("--max-states", maxStates) > 0)
      options = options.withMaxStates(maxStates);
    if (notNegative("--bound", bound) > 0) options = options.withDepthBound(bound);
    return maxMemory == null ? options : options.withMaxMemoryBytes(maxMemory);
  }

  /**
   * The same, for one search of many.
   *
   * @param mostStates the limit of states, unless another one was asked for
   * @throws Failure if a number makes no sense, or a name is unknown
   */
  SearchOptions options(Set<String> properties, long mostStates) {
    final SearchOptions options = options(properties);
    return maxStates == null ? options.withMaxStates(mostStates) : options;
  }

  /**
   * The form in which to search for some properties.
   *
   * @param properties names; none means all
   * @throws Failure if a name is unknown
   */
  SystemForm form(Set<String> properties) {
    return form.form(properties);
  }

  /** The words of these options that decide which of several shortest runs is found. */
  String reproduction() {
    return (symmetry == Symmetry.OFF ? " --symmetry off" : "") + form.reproduction();
  }

  /** Whether the model is to be made smaller, or steps are to be left out. */
  boolean isReduced() {
    return form.isReduced();
  }

  private static long notNegative(String option, long value) {
    if (value < 0) throw Failure.usage(option + " " + value + ": give 0 (no limit) or more");
    return value;
  }
}
