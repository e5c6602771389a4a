package org.mdscheck.checker.compile;

import java.util.List;
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
    sink.step(-1, system.initialState());
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
      sink.error(action, system.elaboration.where(action) + ": " + stepFrame.error);
    } else if (stepFrame.fatalCheck >= 0) {
      sink.failed(action, stepFrame.fatalCheck, true);
    } else {
      layout.encode(after, packed);
      sink.step(action, packed);
    }
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
    int value = system.statePredicate(statePredicate).of(codes, testFrame);
    requireValue(system.elaboration.predicates.ofStates(), statePredicate);
    return value != 0;
  }

  @Override
  public boolean testStep(int stepPredicate) {
    int value = system.stepPredicate(stepPredicate).of(codes, testFrame);
    requireValue(system.elaboration.predicates.ofSteps(), stepPredicate);
    return value != 0;
  }

  @Override
  public int tally(int tally) {
    int bucket = system.tallyBucket(tally).of(codes, testFrame);
    requireValue(system.elaboration.predicates.buckets(), tally);
    return bucket;
  }

  private void requireValue(List<Predicates.Predicate> predicates, int number) {
    if (testFrame.error != null) throw predicates.get(number).fault(testFrame.error);
  }
}
