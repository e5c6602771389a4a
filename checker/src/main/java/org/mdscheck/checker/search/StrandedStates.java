package org.mdscheck.checker.search;

import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.system.Explorer;

/** One worker's search for states that have the premise of a recovery clause and are not good. */
final class StrandedStates implements StateVisitor {
  final Findings findings;

  private final Explorer explorer;
  private final StateReader reader;
  private final PropertyTable.Clause[] clauses;
  private final Evidence evidence;
  private final StateMarks good;
  private final long all;
  private final long[] state;

  StrandedStates(Run run, StateMarks good) {
    explorer = run.system.newExplorer();
    reader = run.store.newReader();
    clauses = run.table.recoveries;
    evidence = run.evidence;
    this.good = good;
    all = GoalMarks.all(clauses);
    state = new long[run.words];
    findings = new Findings(run.table.properties.size() + 1, run.words);
  }

  @Override
  public void visit(long index) {
    long bad = all & ~good.get(index);
    if (bad == 0) return;
    reader.read(index, state);
    explorer.load(state);
    for (; bad != 0; bad &= bad - 1) test(clauses[Long.numberOfTrailingZeros(bad)]);
  }

  private void test(PropertyTable.Clause clause) {
    if (!evidence.isOpen(clause.property())) return;
    if (clause.premise() < 0 || explorer.test(clause.premise())) {
      findings.offer(clause.property(), clause.clause(), state);
    }
  }
}
