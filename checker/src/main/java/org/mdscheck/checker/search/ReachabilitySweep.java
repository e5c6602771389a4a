package org.mdscheck.checker.search;

import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;

/**
 * One worker's part of finding what can be reached by steps that can be relied on: expands each
 * state reached, once.
 */
final class ReachabilitySweep implements StateVisitor, Explorer.StepSink {
  static final long REACHED = 1;
  private static final long EXPANDED = 2;

  /** Bits that the marks need. */
  static final int WIDTH = 2;

  private final Explorer explorer;
  private final Canonicaliser canonicaliser;
  private final StateReader reader;
  private final StateMarks marks;
  private final boolean[] isReliable; // by action
  private final long[] state;
  private long expanded;

  ReachabilitySweep(Run run, StateMarks marks, boolean[] isReliable) {
    explorer = run.system.newExplorer();
    canonicaliser = run.symmetry.newCanonicaliser();
    reader = run.store.newReader();
    this.marks = marks;
    this.isReliable = isReliable;
    state = new long[run.words];
  }

  @Override
  public void visit(long index) {
    if (marks.get(index) != REACHED) return;
    marks.set(index, EXPANDED);
    expanded++;
    reader.read(index, state);
    explorer.load(state);
    explorer.successors(this);
  }

  @Override
  public void step(int action, long[] successor) {
    if (!isReliable[action]) return;
    final long index = reader.indexOf(canonicaliser.representative(successor));
    if (marks.get(index) == 0) marks.set(index, REACHED);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {}

  @Override
  public void error(int action, String message) {}

  /** States that this worker expanded. */
  long expanded() {
    return expanded;
  }
}
