package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mdscheck.checker.reduction.AmpleSets;
import org.mdscheck.checker.reduction.Reduction;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.symmetry.ScalarsetSymmetry;
import org.mdscheck.checker.symmetry.Symmetry;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * One check of a system: finds every reachable state, decides the properties, and makes
 * counterexamples. Used once.
 *
 * <p>The order: symmetry is tried near the initial states; breadth-first search; symmetry is tried
 * on a sample of what was found; recovery properties; counterexamples.
 *
 * <p>Counterexamples are shortest, the same for any number of workers, concrete runs of the
 * system's {@link TransitionSystem#reference() reference} also under symmetry, and replayed on it
 * without reductions by a fresh explorer before they are returned. Where a step of the system
 * stands for several of its reference, shortest means: in steps of the system; where partial order
 * leaves out steps, among the paths that it leaves.
 */
public final class Search {
  private final TransitionSystem system;
  private final SearchOptions options;
  private final PropertyTable table;
  private final Symmetry symmetry;
  private final Reduction reduction;
  private final StopRequest stop = new StopRequest();
  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * @throws IllegalArgumentException if the options name an unknown property, or ask for a
   *     reduction where it cannot be had
   */
  public Search(TransitionSystem system, SearchOptions options) {
    this.system = system;
    this.options = options;
    table = new PropertyTable(system, options.properties());
    symmetry = options.symmetry() ? new ScalarsetSymmetry(system.layout()) : Symmetry.none();
    reduction =
        options.partialOrder() ? AmpleSets.preserving(table.properties, system) : Reduction.none();
  }

  /**
   * Runs the check in as many threads as the options say; all of them have ended when this method
   * returns or throws.
   *
   * @param listener called by this thread
   * @throws InterruptedException if this thread is interrupted; there is no result then
   * @throws IllegalStateException if it was run before, or the engine or the model contradicts
   *     itself
   */
  public CheckResult run(ProgressListener listener) throws InterruptedException {
    if (used.getAndSet(true))
      throw new IllegalStateException("a search runs once: make another one");
    try (Crew crew = new Crew(options.workers())) {
      final Run run = new Run(system, options, table, symmetry, reduction, stop, listener, crew);
      final BreadthFirstSearch search = new BreadthFirstSearch(run);
      if (options.triesSymmetry())
        symmetry.refutation(system, table.properties).ifPresent(search::refuse);
      if (search.fault() == null) search.search();
      if (options.triesSymmetry() && !symmetry.isTrivial() && search.fault() == null) {
        symmetry.refutation(system, table.properties, Sample.of(run)).ifPresent(search::refuse);
      }
      final RecoveryAnalysis recovery = new RecoveryAnalysis(run);
      if (search.isExhausted()) recovery.decide();
      final Map<Violation, Trace> traces = search.fault() == null ? traces(run) : Map.of();
      return new Report(run, search, recovery, traces).result();
    }
  }

  /**
   * Asks the run to end soon, with verdict INCOMPLETE for what is not known by then. May be called
   * by any thread, any time.
   */
  public void cancel() {
    stop.request(Limit.Kind.CANCELLED);
  }

  /** The counterexample of each violation. */
  private Map<Violation, Trace> traces(Run run) throws InterruptedException {
    final List<Violation> violations = new ArrayList<>();
    for (int p = 0; p <= run.evidence.specError(); p++) {
      if (!run.evidence.isOpen(p)) violations.add(run.evidence.violation(p));
    }
    if (violations.isEmpty()) return Map.of();
    final ConcreteRun concrete = new ConcreteRun(run);
    final Map<Violation, Trace> traces = new LinkedHashMap<>();
    new ShortestPaths(run)
        .to(violations)
        .forEach(
            (violation, path) -> traces.put(violation, verified(trace(concrete, violation, path))));
    return traces;
  }

  private Trace trace(ConcreteRun concrete, Violation violation, List<long[]> path) {
    if (violation.property() == table.properties.size())
      return concrete.trace(path, Trace.SPEC_ERROR, null, true);
    final Property property = table.properties.get(violation.property());
    return concrete.trace(
        path,
        property.name(),
        clauseName(property, violation.clause()),
        ConcreteRun.isViolatedByStep(property));
  }

  private String clauseName(Property property, int clause) {
    if (property instanceof Property.Checked) return system.checks().get(clause).text();
    if (property instanceof Property.NoStuckState) return Replay.STUCK;
    return PropertyTable.clausesOf(property).get(clause).name();
  }

  private Trace verified(Trace trace) {
    new Replay(system.reference())
        .mismatch(trace)
        .ifPresent(
            mismatch -> {
              throw new IllegalStateException(
                  "internal error: the counterexample to "
                      + trace.property()
                      + " cannot be replayed: "
                      + mismatch);
            });
    return trace;
  }
}
