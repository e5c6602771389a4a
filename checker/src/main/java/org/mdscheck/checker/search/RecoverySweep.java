package org.mdscheck.checker.search;

import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;

/**
 * One worker's part of the backward fixpoint: marks a state as good for a clause if the goal is
 * true there, or a step that is no fault leads to a good state. A step that ends in a fatal check
 * leads nowhere: the kernel has crashed.
 */
final class RecoverySweep implements StateVisitor, Explorer.StepSink {
  private final Explorer explorer;
  private final Canonicaliser canonicaliser;
  private final StateStore store;
  private final PropertyTable.Clause[] clauses;
  private final boolean[] isFault; // by action
  private final int bound;
  private final StateMarks good;
  private final long all;
  private final long[] state;
  private boolean isFirst = true;
  private long gained;
  private boolean changed;

  RecoverySweep(Run run, StateMarks good, boolean[] isFault) {
    explorer = run.system.newExplorer();
    canonicaliser = run.symmetry.newCanonicaliser();
    store = run.store;
    clauses = run.table.recoveries;
    this.isFault = isFault;
    bound = run.system.boundPredicate();
    this.good = good;
    all = -1L >>> Long.SIZE - clauses.length;
    state = new long[run.words];
  }

  @Override
  public void visit(long index) {
    final long undecided = all & ~good.get(index);
    if (undecided == 0) return;
    store.read(index, state);
    explorer.load(state);
    gained = isFirst ? goals() : 0;
    if ((undecided & ~gained) != 0) explorer.successors(this);
    gained &= undecided;
    if (gained != 0) {
      good.set(index, gained);
      changed = true;
    }
  }

  @Override
  public void step(int action, long[] successor) {
    if (!isFault[action])
      gained |= good.get(store.indexOf(canonicaliser.representative(successor)));
  }

  @Override
  public void failed(int action, int check, boolean fatal) {}

  @Override
  public void error(int action, String message) {}

  /**
   * Between two sweeps: whether the one that ends marked a state. From now on goals are not
   * evaluated again.
   */
  boolean endSweep() {
    final boolean result = changed;
    changed = false;
    isFirst = false;
    return result;
  }

  /** The clauses decided by the state alone. */
  private long goals() {
    if (bound >= 0 && !explorer.test(bound)) return all;
    long goals = 0;
    for (int c = 0; c < clauses.length; c++) {
      if (explorer.test(clauses[c].conclusion())) goals |= 1L << c;
    }
    return goals;
  }
}
