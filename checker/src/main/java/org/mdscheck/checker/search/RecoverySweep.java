package org.mdscheck.checker.search;

import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;

/**
 * One worker's part of the backward fixpoint: marks a state as good for a clause if a step that can
 * be relied on leads to a good state. A step that ends in a fatal check leads nowhere: the kernel
 * has crashed.
 */
final class RecoverySweep implements StateVisitor, Explorer.StepSink {
  private final Explorer explorer;
  private final Canonicaliser canonicaliser;
  private final StateReader reader;
  private final boolean[] isReliable; // by action
  private final StateMarks good;
  private final long all;
  private final long[] state;
  private long undecided; // clauses of the state being expanded
  private boolean changed;

  /**
   * @param good the goals are marked already
   */
  RecoverySweep(Run run, StateMarks good, boolean[] isReliable) {
    explorer = run.system.newExplorer();
    canonicaliser = run.symmetry.newCanonicaliser();
    reader = run.store.newReader();
    this.isReliable = isReliable;
    this.good = good;
    all = GoalMarks.all(run.table.recoveries);
    state = new long[run.words];
  }

  @Override
  public void visit(long index) {
    final long before = all & ~good.get(index);
    if (before == 0) return;
    undecided = before;
    reader.read(index, state);
    explorer.load(state);
    explorer.successors(this);
    if (undecided == before) return;
    good.set(index, before & ~undecided);
    changed = true;
  }

  @Override
  public void step(int action, long[] successor) {
    if (undecided == 0 || !isReliable[action]) return;
    undecided &= ~good.get(reader.indexOf(canonicaliser.representative(successor)));
  }

  @Override
  public void failed(int action, int check, boolean fatal) {}

  @Override
  public void error(int action, String message) {}

  /** Between two sweeps: whether the one that ends marked a state. */
  boolean endSweep() {
    final boolean result = changed;
    changed = false;
    return result;
  }
}
