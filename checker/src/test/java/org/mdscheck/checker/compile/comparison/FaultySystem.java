package org.mdscheck.checker.compile.comparison;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.ForwardingSystem;
import org.mdscheck.checker.system.TransitionSystem;

/** Another system, with one fault in what it says of some states. */
final class FaultySystem extends ForwardingSystem {
  private final SeededFault fault;
  private final Predicate<long[]> where;

  FaultySystem(TransitionSystem system, SeededFault fault, Predicate<long[]> where) {
    super(system);
    this.fault = fault;
    this.where = where;
  }

  @Override
  public Explorer newExplorer() {
    return new FaultyExplorer();
  }

  private final class FaultyExplorer implements Explorer {
    private final Explorer explorer = base.newExplorer();
    private long[] state;

    @Override
    public void initialStates(StepSink sink) {
      explorer.initialStates(new FaultySink(sink, action -> true));
    }

    @Override
    public void load(long[] loaded) {
      state = fault == SeededFault.LOADED_ARRAY_KEPT ? loaded : loaded.clone();
      explorer.load(state);
    }

    private boolean has(SeededFault wanted) {
      return fault == wanted && where.test(state);
    }

    @Override
    public void successors(StepSink sink) {
      if (fault == SeededFault.LOADED_ARRAY_KEPT) explorer.load(state);
      if (has(SeededFault.WRONG_ORDER)) {
        explorer.successors(new FaultySink(sink, action -> action % 2 != 0));
        explorer.successors(new FaultySink(sink, action -> action % 2 == 0));
      } else {
        explorer.successors(new FaultySink(sink, action -> true));
      }
    }

    @Override
    public void successors(int process, StepSink sink) {
      final boolean isOff = has(SeededFault.STEP_OF_PROCESS_MISSING);
      explorer.successors(process, new FaultySink(sink, action -> !isOff));
    }

    @Override
    public boolean mayStop() {
      return explorer.mayStop() != has(SeededFault.MAY_STOP);
    }

    @Override
    public boolean test(int statePredicate) {
      try {
        return explorer.test(statePredicate) != has(SeededFault.STATE_PREDICATE);
      } catch (SpecException e) {
        throw has(SeededFault.STATE_PREDICATE_REFUSED) ? new SpecException("wrong") : e;
      }
    }

    @Override
    public boolean testStep(int stepPredicate) {
      try {
        return explorer.testStep(stepPredicate) != has(SeededFault.STEP_PREDICATE);
      } catch (SpecException e) {
        throw has(SeededFault.STEP_PREDICATE_REFUSED) ? new SpecException("wrong") : e;
      }
    }

    @Override
    public int tally(int tally) {
      return explorer.tally(tally) + (has(SeededFault.TALLY) ? 1 : 0);
    }

    private final class FaultySink implements StepSink {
      private final StepSink sink;
      private final IntPredicate actions;

      FaultySink(StepSink sink, IntPredicate actions) {
        this.sink = sink;
        this.actions = actions;
      }

      @Override
      public void step(int action, long[] successor) {
        if (action < 0) {
          if (fault == SeededFault.INITIAL_STATE) successor[0] ^= 1;
          sink.step(action, successor);
          return;
        }
        if (has(SeededFault.STEP_MISSING) || !actions.test(action)) return;
        if (has(SeededFault.WRONG_WORD)) successor[0] ^= 1;
        sink.step(has(SeededFault.WRONG_ACTION) ? action + 1 : action, successor);
        if (has(SeededFault.STEP_TWICE)) sink.step(action, successor);
      }

      @Override
      public void failed(int action, int check, boolean fatal) {
        if (!actions.test(action)) return;
        final boolean asItIs = !fatal || !has(SeededFault.FAILURE_AS_WARNING);
        if (has(fatal ? SeededFault.FAILURE_MISSING : SeededFault.WARNING_MISSING)) return;
        if (!fatal && has(SeededFault.WARNING_TWICE)) sink.failed(action, check, false);
        final int said = fatal && has(SeededFault.FAILURE_OF_ANOTHER_CHECK) ? check - 1 : check;
        sink.failed(action, said, fatal ? asItIs : has(SeededFault.WARNING_FATAL));
      }

      @Override
      public void error(int action, String message) {
        if (has(SeededFault.ERROR_MISSING) || !actions.test(action)) return;
        sink.error(
            has(SeededFault.ERROR_OF_ANOTHER_ACTION) ? action + 1 : action,
            has(SeededFault.ERROR_WITH_ANOTHER_TEXT) ? "wrong" : message);
      }
    }
  }
}
