package org.mdscheck.traces;

import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.search.Replay;
import org.mdscheck.checker.system.TransitionSystem;

/** Runs a recorded trace again, step by step, on the model that it is said to be a run of. */
public final class TraceReplay {
  private final TransitionSystem system;

  public TraceReplay(TransitionSystem system) {
    this.system = system;
  }

  /**
   * Returns if the trace is a run of the system, from an initial state through every state
   * recorded, that ends in the violation it claims. Of a recovery property the end is checked to
   * have the premise and not the goal; that no path leads to the goal is not searched again.
   *
   * @throws TraceException if it belongs to another model, or is no such run
   */
  public void confirm(TraceFile file) {
    final Trace trace = file.trace();
    if (!trace.systemHash().equals(system.hash())) {
      throw new TraceException(
          TraceException.Reason.FOREIGN,
          "trace "
              + trace.id()
              + " is a run of "
              + model(file.systemName(), trace.systemHash())
              + ", not of "
              + model(system.name(), system.hash())
              + ": replay it on the model that it was found in, or check this one");
    }
    requireLength(trace, trace.initial(), 0);
    for (int i = 1; i <= trace.depth(); i++) requireLength(trace, trace.stateBefore(i), i);
    new Replay(system).mismatch(trace).ifPresent(mismatch -> fail(trace, mismatch));
  }

  private static String model(String name, String hash) {
    return name + " (" + hash + ")";
  }

  private void requireLength(Trace trace, StateVector state, int step) {
    if (state == null || state.words().length == system.layout().words()) return;
    fail(
        trace,
        "the state after step "
            + step
            + " has "
            + state.words().length
            + " words, a state of this model has "
            + system.layout().words());
  }

  private void fail(Trace trace, String mismatch) {
    throw new TraceException(
        TraceException.Reason.DIVERGED,
        "trace "
            + trace.id()
            + " is no run of "
            + model(system.name(), system.hash())
            + ": "
            + mismatch
            + "; check the model to get one");
  }
}
