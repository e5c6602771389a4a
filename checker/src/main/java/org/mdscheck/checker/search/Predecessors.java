package org.mdscheck.checker.search;

import java.util.Arrays;
import org.mdscheck.checker.reduction.StepChooser;
import org.mdscheck.checker.store.StateReader;
import org.mdscheck.checker.store.StateVisitor;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;

/**
 * One worker's search for the least predecessor of each of some states, among the states of the
 * level before, by the steps that the search took.
 */
final class Predecessors implements StateVisitor, Explorer.StepSink {
  private final Explorer explorer;
  private final StepChooser chooser;
  private final Canonicaliser canonicaliser;
  private final StateReader reader;
  private final int bound;
  private final long[] state;
  private TargetTable targets;
  private long[][] least; // by target; null if none was met

  Predecessors(Run run) {
    explorer = run.system.newExplorer();
    chooser = run.reduction.newChooser(explorer);
    canonicaliser = run.symmetry.newCanonicaliser();
    reader = run.store.newReader();
    bound = run.system.boundPredicate();
    state = new long[run.words];
  }

  /** Between two scans: begins to look for other states. */
  void lookFor(TargetTable newTargets) {
    targets = newTargets;
    least = new long[newTargets.size()][];
  }

  /** The least predecessor that this worker met, or null. */
  long[] least(int target) {
    return least[target];
  }

  @Override
  public void visit(long index) {
    reader.read(index, state);
    explorer.load(state);
    if (bound < 0 || explorer.test(bound)) chooser.successors(state, this);
  }

  @Override
  public void step(int action, long[] successor) {
    final int target = targets.find(canonicaliser.representative(successor));
    if (target < 0) return;
    if (least[target] == null) least[target] = state.clone();
    else if (Arrays.compareUnsigned(state, least[target]) < 0) copyState(least[target]);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {}

  @Override
  public void error(int action, String message) {}

  private void copyState(long[] to) {
    System.arraycopy(state, 0, to, 0, state.length);
  }
}
