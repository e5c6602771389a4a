package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * One worker's tests of states: invariants, covers, premises. Those are left out whose outcome is
 * known from the state before. As a visitor it tests the states of a level without expanding.
 */
final class StateTests implements StateVisitor {
  final Findings findings;

  private final Explorer explorer;
  private final StateStore store;
  private final PropertyTable table;
  private final Evidence evidence;
  private final int bound;
  private final long[] state;
  private final boolean[] premiseSeen;
  private final boolean[] covered;
  private final Doubts doubts;
  private final int count; // of tests
  private StateReader reader; // null until the store is frozen and the first state is visited
  private long cut;

  StateTests(Run run, Explorer explorer) {
    this.explorer = explorer;
    store = run.store;
    table = run.table;
    evidence = run.evidence;
    bound = run.system.boundPredicate();
    state = new long[run.words];
    findings = new Findings(table.properties.size() + 1, run.words);
    premiseSeen = new boolean[table.clauses.size()];
    covered = new boolean[table.covers.length];
    final List<BitSet> reads = reads(run.system);
    count = reads.size();
    doubts = new Doubts(run.system.layout(), reads);
  }

  /** By test: the slots that it reads. */
  private List<BitSet> reads(TransitionSystem system) {
    final List<BitSet> reads = new ArrayList<>();
    for (PropertyTable.Clause clause : table.invariants) {
      final BitSet both = system.reads(clause.conclusion());
      if (clause.premise() >= 0) both.or(system.reads(clause.premise()));
      reads.add(both);
    }
    for (PropertyTable.Clause clause : table.recoveries)
      reads.add(clause.premise() < 0 ? new BitSet() : system.reads(clause.premise()));
    for (PropertyTable.Cover cover : table.covers) reads.add(system.reads(cover.predicate()));
    return reads;
  }

  @Override
  public void visit(long index) {
    if (reader == null) reader = store.newReader();
    reader.read(index, state);
    explorer.load(state);
    test(state);
    if (isBeyondBound()) cut++;
  }

  /** Tests the state that the explorer has loaded. */
  void test(long[] loaded) {
    for (long inDoubt = doubts.at(loaded); inDoubt != 0; inDoubt &= inDoubt - 1) {
      for (int i = Long.numberOfTrailingZeros(inDoubt); i < count; i += Long.SIZE) test(i, loaded);
    }
  }

  /** The invariants come first, then the premises of recovery properties, then the covers. */
  private void test(int number, long[] loaded) {
    final int recovery = number - table.invariants.length;
    final int cover = recovery - table.recoveries.length;
    if (recovery < 0) testInvariant(number, loaded);
    else if (cover < 0) testRecovery(table.recoveries[recovery]);
    else testCover(cover);
  }

  private void testInvariant(int number, long[] loaded) {
    final PropertyTable.Clause clause = table.invariants[number];
    if (!evidence.isOpen(clause.property())
        || !isPremise(clause)
        || explorer.test(clause.conclusion())) return;
    findings.offer(clause.property(), clause.clause(), loaded);
    doubts.keepOpen(number);
  }

  private void testRecovery(PropertyTable.Clause clause) {
    if (!premiseSeen[clause.id()]) isPremise(clause);
  }

  private void testCover(int i) {
    if (!covered[i] && !evidence.isCovered(i))
      covered[i] = explorer.test(table.covers[i].predicate());
  }

  /** Whether the loaded state is kept without being expanded. */
  boolean isBeyondBound() {
    return bound >= 0 && !explorer.test(bound);
  }

  void sawPremise(int clause) {
    premiseSeen[clause] = true;
  }

  /**
   * Between two scans: hands over what was seen on this level, and forgets it. Returns the number
   * of states cut off.
   */
  long report(Findings to, int depth) {
    to.drain(findings);
    for (int i = 0; i < premiseSeen.length; i++) {
      if (premiseSeen[i]) evidence.sawPremise(i);
    }
    for (int i = 0; i < covered.length; i++) {
      if (covered[i]) evidence.covered(i, depth);
    }
    final long result = cut;
    cut = 0;
    return result;
  }

  private boolean isPremise(PropertyTable.Clause clause) {
    if (clause.premise() >= 0 && !explorer.test(clause.premise())) return false;
    premiseSeen[clause.id()] = true;
    return true;
  }
}
