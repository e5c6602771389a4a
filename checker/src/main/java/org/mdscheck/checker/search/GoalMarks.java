package org.mdscheck.checker.search;

import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.system.Explorer;

/**
 * One worker's part of the start of the backward fixpoint: marks the states that are good by
 * themselves, without expanding.
 */
final class GoalMarks implements StateVisitor {
  private final Explorer explorer;
  private final StateReader reader;
  private final PropertyTable.Clause[] clauses;
  private final int bound;
  private final StateMarks good;
  private final long[] state;

  GoalMarks(Run run, StateMarks good) {
    explorer = run.system.newExplorer();
    reader = run.store.newReader();
    clauses = run.table.recoveries;
    bound = run.system.boundPredicate();
    this.good = good;
    state = new long[run.words];
  }

  /** A bit for each clause. */
  static long all(PropertyTable.Clause[] clauses) {
    return -1L >>> Long.SIZE - clauses.length;
  }

  @Override
  public void visit(long index) {
    reader.read(index, state);
    explorer.load(state);
    final long goals = bound >= 0 && !explorer.test(bound) ? all(clauses) : goals();
    if (goals != 0) good.set(index, goals);
  }

  private long goals() {
    long goals = 0;
    for (int c = 0; c < clauses.length; c++) {
      if (explorer.test(clauses[c].conclusion())) goals |= 1L << c;
    }
    return goals;
  }
}
