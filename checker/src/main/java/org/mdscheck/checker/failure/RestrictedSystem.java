package org.mdscheck.checker.failure;

import java.util.BitSet;
import java.util.Collection;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.ForwardingSystem;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A system without some of its failure points: a fault is not taken, and while a thread is inside a
 * window and can go on, only threads inside one do. Its runs are runs of the whole system.
 * Immutable, thread-safe.
 */
public final class RestrictedSystem extends ForwardingSystem {
  private final BitSet forbidden = new BitSet();
  private final BitSet[] closed; // by process: labels; null if there are none
  private final int[] labelSlot; // by process

  /**
   * @param whole not reduced
   * @param absent the points that are not there
   */
  public RestrictedSystem(TransitionSystem whole, Collection<FailurePoint> absent) {
    super(whole);
    if (!whole.passes().isEmpty())
      throw new IllegalArgumentException(
          whole.name() + " is reduced by " + whole.passes() + ": its steps are not its own");
    closed = new BitSet[whole.layout().processes().size()];
    labelSlot = new int[closed.length];
    for (Slot slot : whole.layout().slots())
      if (slot.kind() == Slot.Kind.LABEL) labelSlot[slot.process()] = slot.index();
    for (FailurePoint point : absent) {
      forbidden.or(point.actions());
      point.labels().forEach(this::close);
    }
  }

  private void close(int process, BitSet labels) {
    if (closed[process] == null) closed[process] = new BitSet();
    closed[process].or(labels);
  }

  @Override
  public TransitionSystem reference() {
    return base.reference();
  }

  @Override
  public Explorer newExplorer() {
    return new RestrictedExplorer();
  }

  /** Takes the steps of the whole that are left. */
  private final class RestrictedExplorer implements Explorer {
    private final Explorer explorer = base.newExplorer();
    private final Allowed allowed = new Allowed();
    private final long[] state = new long[base.layout().words()];

    @Override
    public void initialStates(StepSink sink) {
      explorer.initialStates(sink);
    }

    @Override
    public void load(long[] loaded) {
      System.arraycopy(loaded, 0, state, 0, state.length);
      explorer.load(loaded);
    }

    @Override
    public void successors(StepSink sink) {
      allowed.to(sink);
      for (int process = 0; process < closed.length; process++) {
        if (isInside(process)) explorer.successors(process, allowed);
      }
      if (!allowed.isTaken) explorer.successors(allowed);
    }

    @Override
    public void successors(int process, StepSink sink) {
      successors(new OneProcess(process, sink));
    }

    private boolean isInside(int process) {
      return closed[process] != null
          && closed[process].get(base.layout().get(state, labelSlot[process]));
    }

    @Override
    public boolean mayStop() {
      return explorer.mayStop();
    }

    @Override
    public boolean test(int statePredicate) {
      return explorer.test(statePredicate);
    }

    @Override
    public boolean testStep(int stepPredicate) {
      return explorer.testStep(stepPredicate);
    }

    @Override
    public int tally(int tally) {
      return explorer.tally(tally);
    }
  }

  /** Passes on what is not forbidden, and remembers whether there was any. */
  private final class Allowed implements Explorer.StepSink {
    private Explorer.StepSink sink;
    private boolean isTaken;

    void to(Explorer.StepSink receiver) {
      sink = receiver;
      isTaken = false;
    }

    private boolean allows(int action) {
      if (forbidden.get(action)) return false;
      isTaken = true;
      return true;
    }

    @Override
    public void step(int action, long[] successor) {
      if (allows(action)) sink.step(action, successor);
    }

    @Override
    public void failed(int action, int check, boolean isFatal) {
      if (allows(action)) sink.failed(action, check, isFatal);
    }

    @Override
    public void error(int action, String message) {
      if (allows(action)) sink.error(action, message);
    }
  }

  /** Passes on what one process does. */
  private final class OneProcess implements Explorer.StepSink {
    private final int process;
    private final Explorer.StepSink sink;

    OneProcess(int process, Explorer.StepSink sink) {
      this.process = process;
      this.sink = sink;
    }

    private boolean isIts(int action) {
      return actions().get(action).process() == process;
    }

    @Override
    public void step(int action, long[] successor) {
      if (isIts(action)) sink.step(action, successor);
    }

    @Override
    public void failed(int action, int check, boolean isFatal) {
      if (isIts(action)) sink.failed(action, check, isFatal);
    }

    @Override
    public void error(int action, String message) {
      if (isIts(action)) sink.error(action, message);
    }
  }
}
