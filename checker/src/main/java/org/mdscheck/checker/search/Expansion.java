package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.reduction.StepChooser;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.store.RecentStates;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.store.StateWriter;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * One worker's expansion of states: each is tested, then its steps are tested, counted, and their
 * states stored.
 */
final class Expansion implements StateVisitor, Explorer.StepSink {
  final StateTests tests;
  final Counts counts;

  private final Explorer explorer;
  private final StepChooser chooser;
  private final Canonicaliser canonicaliser;
  private final RecentStates recent;
  private final StateWriter writer;
  private final StopRequest stop;
  private final Clock clock;
  private final PropertyTable table;
  private final Evidence evidence;
  private final Findings findings;
  private final TallyOfAction[][] tallies; // by action
  private final boolean[] isObserved; // by action: a step invariant or a tally looks at its steps
  private final long[] state;
  private boolean moved; // the state being expanded has a step, or one that ended in a failure
  private long visited;
  private long published;
  private long publishedFound;

  Expansion(Run run) {
    explorer = run.system.newExplorer();
    chooser = run.reduction.newChooser(explorer);
    canonicaliser = run.symmetry.newCanonicaliser();
    recent = new RecentStates(run.words);
    writer = run.store.newWriter();
    stop = run.stop;
    clock = run.clock;
    table = run.table;
    evidence = run.evidence;
    tests = new StateTests(run, explorer);
    findings = tests.findings;
    counts = new Counts(run.system);
    tallies = talliesByAction(run.system);
    isObserved = new boolean[tallies.length];
    for (int a = 0; a < tallies.length; a++)
      isObserved[a] = tallies[a].length > 0 || table.stepInvariants[a].length > 0;
    state = new long[run.words];
  }

  @Override
  public void visit(long image) {
    visited++;
    writer.read(image, state);
    explorer.load(state);
    tests.test(state);
    if (tests.isBeyondBound()) {
      counts.cut++;
      return;
    }
    moved = false;
    chooser.successors(state, this);
    if (!moved) testStuck();
  }

  @Override
  public void step(int action, long[] successor) {
    moved = true;
    counts.steps[action]++;
    if (isObserved[action]) observe(action);
    store(successor);
  }

  /**
   * One successor: count it; reduce it to its orbit and remember it, if that was not done lately.
   */
  private void store(long[] successor) {
    counts.generated++;
    if (!recent.holds(successor)) writer.add(canonicaliser.representative(successor));
  }

  private void observe(int action) {
    testStep(action);
    for (TallyOfAction tally : tallies[action]) record(tally);
  }

  private void testStep(int action) {
    for (PropertyTable.Clause clause : table.stepInvariants[action]) {
      if (!evidence.isOpen(clause.property())) continue;
      if (clause.premise() >= 0 && !explorer.testStep(clause.premise())) continue;
      tests.sawPremise(clause.id());
      if (!explorer.testStep(clause.conclusion()))
        findings.offer(clause.property(), clause.clause(), state);
    }
  }

  private void testStuck() {
    if (explorer.mayStop()) {
      counts.ended++;
      return;
    }
    counts.stuck++;
    for (int property : table.stuck) {
      if (evidence.isOpen(property)) findings.offer(property, 0, state);
    }
  }

  private void record(TallyOfAction tally) {
    final int bucket = explorer.tally(tally.tally);
    if (bucket != 0) counts.buckets[tally.tally][tally.position].set(bucket);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    moved = true;
    final int property = table.propertyOfCheck[check];
    if (property >= 0 && evidence.isOpen(property)) findings.offer(property, check, state);
  }

  @Override
  public void error(int action, String message) {
    moved = true;
    findings.offer(evidence.specError(), 0, state);
  }

  @Override
  public void pause() {
    if (writer.isFull()) stop.request(Limit.Kind.MEMORY);
    clock.generated.add(counts.generated - published);
    published = counts.generated;
    clock.distinct.add(writer.foundCount() - publishedFound);
    publishedFound = writer.foundCount();
    clock.expanded.add(visited);
    visited = 0;
  }

  @Override
  public void finish() {
    writer.flush();
    pause();
  }

  /** Between two scans: adds what this worker counted on the level to a sum, and forgets it. */
  void report(Counts sum) {
    sum.drain(counts);
    published = 0;
    publishedFound = 0;
  }

  private static TallyOfAction[][] talliesByAction(TransitionSystem system) {
    final List<List<TallyOfAction>> lists = new ArrayList<>();
    for (int a = 0; a < system.actions().size(); a++) lists.add(new ArrayList<>());
    for (int t = 0; t < system.tallies().size(); t++) {
      final int[] actions = system.tallies().get(t).actions();
      for (int i = 0; i < actions.length; i++) lists.get(actions[i]).add(new TallyOfAction(t, i));
    }
    return lists.stream().map(l -> l.toArray(TallyOfAction[]::new)).toArray(TallyOfAction[][]::new);
  }

  private record TallyOfAction(int tally, int position) {}
}
