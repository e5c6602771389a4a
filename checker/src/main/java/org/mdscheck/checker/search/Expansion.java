package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.reduction.StepChooser;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.store.StateBatch;
import org.mdscheck.checker.store.StateStore;
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
  private final StateStore store;
  private final StateBatch batch; // successors that are not in the store yet
  private final StopRequest stop;
  private final Clock clock;
  private final PropertyTable table;
  private final Evidence evidence;
  private final Findings findings;
  private final TallyOfAction[][] tallies; // by action
  private final long[] state;
  private boolean moved; // the state being expanded has a step, or one that ended in a failure
  private long added;
  private long visited;
  private long published;

  Expansion(Run run) {
    explorer = run.system.newExplorer();
    chooser = run.reduction.newChooser(explorer);
    canonicaliser = run.symmetry.newCanonicaliser();
    store = run.store;
    batch = new StateBatch(run.words);
    stop = run.stop;
    clock = run.clock;
    table = run.table;
    evidence = run.evidence;
    tests = new StateTests(run, explorer);
    findings = tests.findings;
    counts = new Counts(run.system);
    tallies = talliesByAction(run.system);
    state = new long[run.words];
  }

  @Override
  public void visit(long index) {
    visited++;
    store.read(index, state);
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
    testStep(action);
    for (TallyOfAction tally : tallies[action]) record(tally);
    store(successor);
  }

  /** One successor: count it, reduce it to its orbit, remember it. */
  private void store(long[] successor) {
    counts.generated++;
    batch.add(canonicaliser.representative(successor));
    if (batch.isFull()) insertBatch();
  }

  private void insertBatch() {
    final int inserted = store.insertAll(batch);
    if (inserted < 0) stop.request(Limit.Kind.MEMORY);
    else added += inserted;
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
    insertBatch();
    clock.generated.add(counts.generated - published);
    published = counts.generated;
    clock.distinct.add(added);
    added = 0;
    clock.expanded.add(visited);
    visited = 0;
  }

  /** Between two scans: adds what this worker counted on the level to a sum, and forgets it. */
  void report(Counts sum) {
    sum.drain(counts);
    published = 0;
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
