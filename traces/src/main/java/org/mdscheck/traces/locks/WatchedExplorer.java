package org.mdscheck.traces.locks;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/** An explorer that also looks at facts. */
final class WatchedExplorer implements Explorer, Explorer.StepSink {
  /** The number of the first predicate that is not the system's own. */
  static final int FIRST = 1 << 24;

  private final Explorer base;
  private final Explorer beside; // looks at other states, and at the same one again
  private final Watch watch;
  private final Consumer<Fact> told;
  private final Map<Fact, Integer> named;
  private final Set<Fact> seen = new HashSet<>(); // told already
  private final Scratch steps; // of the state loaded
  private final long[] state;
  private StepSink sink;
  private int action;
  private long[] successor;
  private BitSet ofState; // numbers of named facts; null until it is asked for
  private BitSet ofStep; // the same

  WatchedExplorer(
      TransitionSystem system, Watch watch, Consumer<Fact> told, Map<Fact, Integer> named) {
    base = system.newExplorer();
    beside = system.newExplorer();
    this.watch = watch;
    this.told = told;
    this.named = named;
    steps = watch.newScratch();
    state = new long[system.layout().words()];
  }

  @Override
  public void initialStates(StepSink to) {
    base.initialStates(to);
  }

  @Override
  public void load(long[] loaded) {
    base.load(loaded);
    System.arraycopy(loaded, 0, state, 0, state.length);
    ofState = null;
  }

  @Override
  public void successors(StepSink to) {
    begin(to);
    base.successors(this);
    if (told != null) watch.ofState(state, steps, this::tell);
  }

  @Override
  public void successors(int process, StepSink to) {
    begin(to);
    base.successors(process, this);
  }

  private void begin(StepSink to) {
    sink = to;
    steps.clear();
  }

  @Override
  public void step(int taken, long[] reached) {
    if (told != null) steps.add(taken, state, reached);
    action = taken;
    successor = reached;
    ofStep = null;
    if (told != null) watch.ofStep(state, taken, this::isOverNow, this::tell);
    sink.step(taken, reached);
  }

  @Override
  public void failed(int taken, int check, boolean fatal) {
    if (fatal && told != null) steps.add(taken, state, null);
    sink.failed(taken, check, fatal);
  }

  @Override
  public void error(int taken, String message) {
    sink.error(taken, message);
  }

  private void tell(Fact fact) {
    if (seen.add(fact)) told.accept(fact);
  }

  private boolean isOverNow(Waits.Place place) {
    return isOver(place, successor) && !isOver(place, state);
  }

  private boolean isOver(Waits.Place place, long[] at) {
    final Scratch some = watch.newScratch();
    beside.load(at);
    beside.successors(place.process(), new Gatherer(at, some));
    for (int i = 0; i < some.count(); i++) {
      if (place.actions().get(some.action(i))) return true;
    }
    return false;
  }

  @Override
  public boolean mayStop() {
    return base.mayStop();
  }

  @Override
  public int tally(int tally) {
    return base.tally(tally);
  }

  @Override
  public boolean test(int statePredicate) {
    if (statePredicate < FIRST) return base.test(statePredicate);
    if (ofState == null) {
      ofState = new BitSet();
      steps.clear();
      beside.load(state);
      beside.successors(new Gatherer(state, steps));
      watch.ofState(state, steps, fact -> note(fact, ofState));
    }
    return !ofState.get(statePredicate - FIRST);
  }

  @Override
  public boolean testStep(int stepPredicate) {
    if (stepPredicate < FIRST) return base.testStep(stepPredicate);
    if (ofStep == null) {
      ofStep = new BitSet();
      watch.ofStep(state, action, this::isOverNow, fact -> note(fact, ofStep));
    }
    return !ofStep.get(stepPredicate - FIRST);
  }

  private void note(Fact fact, BitSet numbers) {
    final Integer number = named.get(fact);
    if (number != null) numbers.set(number);
  }

  /** Notes the steps of a state. */
  private record Gatherer(long[] from, Scratch to) implements StepSink {
    @Override
    public void step(int taken, long[] reached) {
      to.add(taken, from, reached);
    }

    @Override
    public void failed(int taken, int check, boolean fatal) {
      if (fatal) to.add(taken, from, null);
    }

    @Override
    public void error(int taken, String message) {
      // The search ends here.
    }
  }
}
