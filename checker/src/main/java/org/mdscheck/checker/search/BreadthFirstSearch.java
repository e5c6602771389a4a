package org.mdscheck.checker.search;

import java.util.List;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.store.Frontier;
import org.mdscheck.checker.store.Level;

/**
 * Level-synchronous breadth-first search: all states of one depth are expanded before any of the
 * next.
 */
final class BreadthFirstSearch {
  private final Run run;
  private final List<Expansion> expansions;
  private final List<StateTests> tests;
  private final Findings findings;
  private final Counts counts;
  private String fault;
  private Limit limit;

  BreadthFirstSearch(Run run) {
    this.run = run;
    expansions = run.crew.perWorker(() -> new Expansion(run));
    tests = expansions.stream().map(e -> e.tests).toList();
    findings = new Findings(run.table.properties.size() + 1, run.words);
    counts = new Counts(run.system);
  }

  /** Declares the whole search worthless: the spec is faulty. */
  void refuse(String reason) {
    fault = reason;
  }

  /** Fills the store and the evidence of the run; then the store is frozen. */
  void search() throws InterruptedException {
    final InitialStates initial = new InitialStates(run);
    counts.generated += initial.store();
    fault = initial.fault();
    Frontier level = run.levels.close();
    if (fault == null && (level == null || run.stop.isRequested())) limit = interrupted(-1);
    while (level != null && limit == null && fault == null && !foundSpecError()) {
      run.clock.enter(Progress.Phase.SEARCH, level.depth());
      if (boundary(level) != null) break;
      level = expand(level);
      run.clock.tell();
    }
    run.store.freeze();
    if (level == null || !isExhausted()) return;
    examine(run.levels.at(level.depth()));
    run.clock.tell();
  }

  /** Sums over the finished levels. */
  Counts counts() {
    return counts;
  }

  /** Why the search ended early; null if it did not, or ended in a fault of the spec. */
  Limit limit() {
    return limit;
  }

  /** What is wrong with the spec as a whole or with its initial states; null if nothing. */
  String fault() {
    return fault;
  }

  boolean isExhausted() {
    return limit == null && fault == null && !foundSpecError();
  }

  private boolean foundSpecError() {
    return !run.evidence.isOpen(run.evidence.specError());
  }

  /** Expands one level; returns the next one, or null. */
  private Frontier expand(Frontier level) throws InterruptedException {
    final boolean finished = run.crew.scan(level, expansions, run.stop, run.clock);
    collect(level);
    if (!finished) {
      limit = interrupted(level.depth() - 1);
      return null;
    }
    for (Expansion expansion : expansions) expansion.report(counts);
    final Frontier next = run.levels.close();
    if (next != null && run.options.stopAtFirstViolation() && run.evidence.hasViolation()) {
      limit = limit(Limit.Kind.FIRST_VIOLATION, level.depth());
    }
    return next;
  }

  /** Tests the states of the last level that the limits allow. */
  private void examine(Level level) throws InterruptedException {
    final boolean finished = run.crew.scan(level, tests, run.stop, run.clock);
    collect(level);
    limit = finished ? limit(boundary(level), level.depth()) : interrupted(level.depth() - 1);
  }

  private void collect(Level level) {
    for (StateTests test : tests) counts.cut += test.report(findings, level.depth());
    run.evidence.add(findings, level.depth());
  }

  private Limit.Kind boundary(Level level) {
    if (level.depth() >= run.options.depthBound()) return Limit.Kind.DEPTH;
    return run.levels.total() >= run.options.maxStates() ? Limit.Kind.STATES : null;
  }

  private Limit interrupted(int finishedDepth) {
    return limit(run.stop.reason(), finishedDepth);
  }

  private Limit limit(Limit.Kind kind, int finishedDepth) {
    return Limits.reached(kind, finishedDepth, run);
  }
}
