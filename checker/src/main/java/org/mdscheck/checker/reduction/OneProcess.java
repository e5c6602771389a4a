package org.mdscheck.checker.reduction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Explorer.StepSink;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * Takes the steps of the first process that stands at a candidate label, has a step and none that
 * fails; those of all if there is no such process.
 */
final class OneProcess implements StepChooser, StepSink {
  private final Explorer explorer;
  private final StateLayout layout;
  private final Candidate[][] candidates; // by process and label; null where there is none
  private final int[] word; // by process: where its label lies
  private final int[] shift;
  private final long[] mask;
  private final boolean[] taken; // by process
  private StepSink sink;
  private boolean moved;
  private boolean failed;

  OneProcess(
      Explorer explorer, StateLayout layout, List<Slot> labelSlots, Candidate[][] candidates) {
    this.explorer = explorer;
    this.layout = layout;
    this.candidates = candidates;
    word = labelSlots.stream().mapToInt(slot -> layout.word(slot.index())).toArray();
    shift = labelSlots.stream().mapToInt(slot -> layout.shift(slot.index())).toArray();
    mask = labelSlots.stream().mapToLong(slot -> layout.mask(slot.index())).toArray();
    taken = new boolean[word.length];
  }

  @Override
  public void successors(long[] state, StepSink to) {
    sink = to;
    boolean any = false;
    for (int p = 0; p < word.length; p++) {
      if (!isCandidate(p, state)) continue;
      if (!any) Arrays.fill(taken, false);
      any = true;
      moved = false;
      failed = false;
      explorer.successors(p, this);
      taken[p] = true;
      if (failed) break;
      if (moved) return;
    }
    if (!any) {
      explorer.successors(to);
      return;
    }
    for (int p = 0; p < word.length; p++) {
      if (!taken[p]) explorer.successors(p, to);
    }
  }

  private boolean isCandidate(int process, long[] state) {
    final Candidate candidate = candidates[process][label(process, state)];
    if (candidate == null) return false;
    final int code = candidate.selector() < 0 ? 0 : layout.get(state, candidate.selector());
    final BitSet[] dangers = candidate.dangers()[code];
    for (int p = 0; p < word.length; p++) {
      if (dangers[p].get(label(p, state))) return false;
    }
    return true;
  }

  private int label(int process, long[] state) {
    return (int) (state[word[process]] >>> shift[process] & mask[process]);
  }

  @Override
  public void step(int action, long[] successor) {
    moved = true;
    sink.step(action, successor);
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    failed |= fatal;
    sink.failed(action, check, fatal);
  }

  @Override
  public void error(int action, String message) {
    failed = true;
    sink.error(action, message);
  }
}
