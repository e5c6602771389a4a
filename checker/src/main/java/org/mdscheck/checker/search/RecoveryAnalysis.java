package org.mdscheck.checker.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.result.Progress;
import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.system.Action;

/**
 * Decides AG (premise => EF goal) over {@link Action#reliable} steps, after an exhausted search:
 * the least fixpoint of "goal, or some step leads to a good state", by sweeps over the store that
 * go from the deepest level to the shallowest and back until nothing changes. No edge is kept; a
 * state is expanded again as long as it is undecided. The fixpoint is unique, so the order in which
 * workers mark states is of no consequence.
 */
final class RecoveryAnalysis {
  private final Run run;
  private final boolean[] isReliable;
  private final Map<Integer, Long> strandedStates = new HashMap<>();
  private Limit limit;

  RecoveryAnalysis(Run run) {
    this.run = run;
    final List<Action> actions = run.system.actions();
    isReliable = new boolean[actions.size()];
    for (int a = 0; a < isReliable.length; a++) isReliable[a] = actions.get(a).reliable();
  }

  /** Adds the violations of recovery properties to the evidence of the run. */
  void decide() throws InterruptedException {
    if (run.table.recoveries.length == 0) return;
    final StateMarks good = StateMarks.allocate(run.store, run.table.recoveries.length, run.budget);
    if (good == null) {
      run.stop.request(Limit.Kind.MEMORY);
    } else {
      run.levels.listAll();
      markGood(good);
      if (!run.stop.isRequested()) findStranded(good);
      run.levels.forget();
      good.release();
    }
    if (run.stop.isRequested()) limit = Limits.reached(run.stop.reason(), run.levels.last(), run);
    countStrandedStates();
  }

  /** Why the analysis ended early, or null. */
  Limit limit() {
    return limit;
  }

  /**
   * How many states can be reached from the least stranded state of a property; -1 if not counted.
   */
  long strandedStates(int property) {
    return strandedStates.getOrDefault(property, -1L);
  }

  private void markGood(StateMarks good) throws InterruptedException {
    run.clock.enter(Progress.Phase.RECOVERY, run.levels.last());
    run.crew.scan(
        run.levels.all(), run.crew.perWorker(() -> new GoalMarks(run, good)), run.stop, run.clock);
    final List<RecoverySweep> sweeps =
        run.crew.perWorker(() -> new RecoverySweep(run, good, isReliable));
    boolean changed = true;
    for (boolean down = true; changed && !run.stop.isRequested(); down = !down) {
      sweep(sweeps, down);
      changed = false;
      for (RecoverySweep sweep : sweeps) changed |= sweep.endSweep();
    }
  }

  private void findStranded(StateMarks good) throws InterruptedException {
    final List<StrandedStates> searchers = run.crew.perWorker(() -> new StrandedStates(run, good));
    final Findings findings = new Findings(run.table.properties.size() + 1, run.words);
    for (int depth = 0; depth < run.levels.count(); depth++) {
      if (!run.crew.scan(run.levels.at(depth), searchers, run.stop, run.clock)) return;
      for (StrandedStates searcher : searchers) findings.drain(searcher.findings);
      run.evidence.add(findings, depth);
    }
  }

  private void countStrandedStates() throws InterruptedException {
    for (int property : recoveryProperties()) {
      final Violation violation = run.evidence.violation(property);
      if (violation == null || run.stop.isRequested()) continue;
      final StateMarks marks = StateMarks.allocate(run.store, ReachabilitySweep.WIDTH, run.budget);
      if (marks == null) return;
      run.levels.listAll();
      final long count = reachableFrom(violation.state(), marks);
      run.levels.forget();
      marks.release();
      if (!run.stop.isRequested()) strandedStates.put(property, count);
    }
  }

  private int[] recoveryProperties() {
    return Stream.of(run.table.recoveries)
        .mapToInt(PropertyTable.Clause::property)
        .distinct()
        .toArray();
  }

  private long reachableFrom(long[] state, StateMarks marks) throws InterruptedException {
    final List<ReachabilitySweep> sweeps =
        run.crew.perWorker(() -> new ReachabilitySweep(run, marks, isReliable));
    marks.set(run.store.newReader().indexOf(state), ReachabilitySweep.REACHED);
    long before = -1;
    long expanded = 0;
    for (boolean down = true; expanded > before && !run.stop.isRequested(); down = !down) {
      sweep(sweeps, !down);
      before = expanded;
      expanded = sweeps.stream().mapToLong(ReachabilitySweep::expanded).sum();
    }
    return expanded;
  }

  /** Visits all states, level by level. */
  private void sweep(List<? extends StateVisitor> visitors, boolean down)
      throws InterruptedException {
    final int last = run.levels.last();
    for (int i = 0; i <= last && !run.stop.isRequested(); i++) {
      final int depth = down ? last - i : i;
      run.clock.enter(Progress.Phase.RECOVERY, depth);
      run.crew.scan(run.levels.at(depth), visitors, run.stop, run.clock);
    }
  }
}
