package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.Conditions;
import org.mdscheck.checker.result.Effort;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Property;

/** Draws the conclusions of a run that has ended. */
final class Report {
  private static final String FAULTY = "the spec is faulty";

  private final Run run;
  private final BreadthFirstSearch search;
  private final RecoveryAnalysis recovery;
  private final Map<Violation, Trace> traces;
  private final SpecError error;

  Report(
      Run run, BreadthFirstSearch search, RecoveryAnalysis recovery, Map<Violation, Trace> traces) {
    this.run = run;
    this.search = search;
    this.recovery = recovery;
    this.traces = traces;
    error = specError();
  }

  CheckResult result() {
    final List<PropertyResult> properties = new ArrayList<>();
    for (int p = 0; p < run.table.properties.size(); p++) properties.add(property(p));
    return new CheckResult(
        run.system.name(),
        run.system.hash(),
        properties,
        error,
        limit(),
        statistics(),
        conditions(),
        new Effort(run.crew.workers(), run.clock.elapsedNanos(), run.budget.usedBytes()));
  }

  private SpecError specError() {
    if (search.fault() != null) return new SpecError(search.fault(), null);
    final Violation violation = run.evidence.violation(run.evidence.specError());
    if (violation == null) return null;
    final Trace trace = traces.get(violation);
    return new SpecError(trace.clause(), trace);
  }

  private Limit limit() {
    return search.limit() != null ? search.limit() : recovery.limit();
  }

  private PropertyResult property(int p) {
    final Property property = run.table.properties.get(p);
    if (search.fault() != null)
      return PropertyResult.incomplete(property.name(), property.meaning(), FAULTY);
    if (property instanceof Property.Cover) return cover(p, property);
    final Violation violation = run.evidence.violation(p);
    if (violation != null) {
      return PropertyResult.violated(property.name(), property.meaning(), traces.get(violation))
          .withEvidenceStates(recovery.strandedStates(p));
    }
    final String open = openBecause(property);
    if (open != null) return PropertyResult.incomplete(property.name(), property.meaning(), open);
    final String vacuous = vacuity(p, property);
    return vacuous == null
        ? PropertyResult.holds(property.name(), property.meaning())
        : PropertyResult.incomplete(property.name(), property.meaning(), "vacuous: " + vacuous);
  }

  private PropertyResult cover(int p, Property property) {
    for (int i = 0; i < run.table.covers.length; i++) {
      if (run.table.covers[i].property() == p && run.evidence.isCovered(i)) {
        return new PropertyResult(
            property.name(),
            property.meaning(),
            Verdict.HOLDS,
            null,
            run.evidence.coverDepth(i),
            null,
            "",
            -1);
      }
    }
    final String open = openBecause(property);
    if (open != null) return PropertyResult.incomplete(property.name(), property.meaning(), open);
    return new PropertyResult(
        property.name(),
        property.meaning(),
        Verdict.VIOLATED,
        null,
        -1,
        null,
        "no reachable state has it",
        -1);
  }

  /**
   * Why a property that was not refuted is not proved either; null if every state was examined for
   * it.
   */
  private String openBecause(Property property) {
    if (error != null) return FAULTY;
    if (search.limit() != null) return search.limit().message();
    return property instanceof Property.Recovery && recovery.limit() != null
        ? recovery.limit().message()
        : null;
  }

  /** What was never put to the test; null if everything was. */
  private String vacuity(int p, Property property) {
    if (property instanceof Property.Checked) {
      return isChecked(p) ? null : "no step with a check of this name was taken";
    }
    return clauseIds(p).stream()
        .filter(clause -> !run.evidence.isPremiseSeen(clause.id()))
        .findFirst()
        .map(clause -> unseen(property, clause))
        .orElse(null);
  }

  private boolean isChecked(int p) {
    for (int check = 0; check < run.table.propertyOfCheck.length; check++) {
      if (run.table.propertyOfCheck[check] != p) continue;
      for (int action : run.system.checks().get(check).actions()) {
        if (search.counts().steps[action] > 0) return true;
      }
    }
    return false;
  }

  private static String unseen(Property property, PropertyTable.Clause clause) {
    final String name = PropertyTable.clausesOf(property).get(clause.clause()).name();
    return clause.premise() >= 0
        ? "the premise of clause \"" + name + "\" was never true"
        : "no step was taken to which clause \"" + name + "\" applies";
  }

  private List<PropertyTable.Clause> clauseIds(int p) {
    return run.table.clauses.stream().filter(c -> c.property() == p).toList();
  }

  private Statistics statistics() {
    final Counts counts = search.counts();
    final List<Long> levels = run.levels.sizes();
    final PartCounts parts = new PartCounts(run.system, counts);
    return new Statistics(
        levels.stream().mapToLong(Long::longValue).sum(),
        counts.generated,
        levels.size() - 1,
        levels,
        parts.steps(),
        counts.stuck,
        counts.ended,
        counts.cut,
        parts.tallies());
  }

  private Conditions conditions() {
    return new Conditions(
        run.symmetry.description(),
        run.reduction.description(),
        run.options.maxStates(),
        run.options.depthBound(),
        run.options.stopAtFirstViolation(),
        run.words,
        run.system.layout().bits(),
        run.store.description(),
        run.system.passes());
  }
}
