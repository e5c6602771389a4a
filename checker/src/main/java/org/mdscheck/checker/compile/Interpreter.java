package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.StateLayout;

/** Takes steps by walking the graphs: the reference semantics of the language. */
final class Interpreter implements Explorer {
  private final InterpretedSystem system;
  private final StateLayout layout;
  private final int[] codes;
  private final int[] after;
  private final long[] packed;
  private final Frame stepFrame = new Frame();
  private final Frame testFrame = new Frame();

  Interpreter(InterpretedSystem system) {
    this.system = system;
    layout = system.layout();
    codes = new int[layout.slots().size()];
    after = new int[codes.length];
    packed = new long[layout.words()];
  }

  @Override
  public void initialStates(StepSink sink) {
    System.arraycopy(system.initialCodes(), 0, after, 0, after.length);
    for (InterpretedSystem.Automaton process : system.automata()) {
      stepFrame.reset(process.index());
      process.start().enter(after, stepFrame);
    }
    layout.encode(after, packed);
    sink.step(-1, packed);
  }

  @Override
  public void load(long[] state) {
    layout.decode(state, codes);
  }

  @Override
  public void successors(StepSink sink) {
    for (int process = 0; process < system.automata().size(); process++) successors(process, sink);
  }

  @Override
  public void successors(int process, StepSink sink) {
    for (InterpretedSystem.Step step : system.automata().get(process).steps(codes))
      take(step, process, sink);
  }

  private void take(InterpretedSystem.Step step, int process, StepSink sink) {
    stepFrame.reset(process);
    final boolean enabled = step.enabled(codes, layout.slots(), stepFrame);
    if (enabled && !stepFrame.ended()) {
      System.arraycopy(codes, 0, after, 0, codes.length);
      Changes.apply(step.changes(), after, stepFrame);
      if (!stepFrame.ended()) step.target().enter(after, stepFrame);
      if (stepFrame.refused) return;
    } else if (!stepFrame.ended()) {
      return;
    }
    testFrame.reset(process);
    testFrame.edge = step.edge();
    testFrame.next = after;
    report(step.edge().action(), sink);
  }

  private void report(int action, StepSink sink) {
    for (int i = 0; i < stepFrame.warningCount(); i++)
      sink.failed(action, stepFrame.warning(i), false);
    if (stepFrame.error != null) {
      sink.error(action, where(action) + ": " + stepFrame.error);
    } else if (stepFrame.fatalCheck >= 0) {
      sink.failed(action, stepFrame.fatalCheck, true);
    } else {
      layout.encode(after, packed);
      sink.step(action, packed);
    }
  }

  private String where(int action) {
    Action taken = system.actions().get(action);
    return "step \"" + taken.source() + "\" of " + layout.processes().get(taken.process()).name();
  }

  @Override
  public boolean mayStop() {
    for (InterpretedSystem.Automaton process : system.automata()) {
      if (!process.resting(codes)) return false;
    }
    return true;
  }

  @Override
  public boolean test(int statePredicate) {
    testFrame.reset(-1);
    testFrame.edge = null;
    testFrame.next = null;
    boolean isTrue = system.statePredicate(statePredicate).of(codes, testFrame) != 0;
    if (testFrame.error != null) throw fault(system.ownerOfStatePredicate(statePredicate));
    return isTrue;
  }

  @Override
  public boolean testStep(int stepPredicate) {
    boolean isTrue = system.stepPredicate(stepPredicate).of(codes, testFrame) != 0;
    if (testFrame.error != null) throw fault(system.ownerOfStepPredicate(stepPredicate));
    return isTrue;
  }

  private SpecException fault(String owner) {
    return new SpecException(
        owner + " cannot be evaluated: " + testFrame.error + "; give the clause a premise");
  }

  @Override
  public int tally(int tally) {
    return system.tallyBucket(tally).of(codes, testFrame);
  }
}
