package org.mdscheck.checker.compile.comparison;

import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.ForwardingSystem;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A system that is explored twice, step by step, by the system that is right and by one in doubt.
 * Its explorers throw an {@link IllegalStateException} that shows the state and both answers where
 * the two differ. Immutable, thread-safe.
 */
public final class ComparedSystem extends ForwardingSystem {
  private final TransitionSystem actual;

  /**
   * @param expected the system that is right; what is emitted is what it says
   * @throws IllegalStateException if the systems differ as a whole
   */
  public ComparedSystem(TransitionSystem expected, TransitionSystem actual) {
    super(expected);
    this.actual = actual;
    requireSame(new StepComparison(expected, actual).ofSystems());
  }

  /**
   * The steps of a spec, interpreted and compiled.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built
   */
  public static ComparedSystem of(Spec spec) {
    return new ComparedSystem(InterpretedSystem.of(spec), CompiledSystem.of(spec));
  }

  private static void requireSame(Optional<String> difference) {
    difference.ifPresent(
        text -> {
          throw new IllegalStateException("internal error: two ways to take steps differ: " + text);
        });
  }

  @Override
  public TransitionSystem reference() {
    return base.reference();
  }

  @Override
  public int[] expansion(int action) {
    return base.expansion(action);
  }

  @Override
  public List<String> passes() {
    return base.passes();
  }

  @Override
  public Optional<Footprints> footprints() {
    return base.footprints();
  }

  @Override
  public Explorer newExplorer() {
    return new ComparedExplorer(new StepComparison(base, actual), base);
  }

  /** Compares before it emits. */
  private static final class ComparedExplorer implements Explorer {
    private final StepComparison comparison;
    private final Explorer explorer;
    private final long[] loaded;

    ComparedExplorer(StepComparison comparison, TransitionSystem expected) {
      this.comparison = comparison;
      explorer = expected.newExplorer();
      loaded = new long[expected.layout().words()];
    }

    @Override
    public void initialStates(StepSink sink) {
      requireSame(comparison.ofInitialStates());
      explorer.initialStates(sink);
    }

    @Override
    public void load(long[] state) {
      System.arraycopy(state, 0, loaded, 0, loaded.length);
      explorer.load(state);
    }

    @Override
    public void successors(StepSink sink) {
      requireSame(comparison.ofState(loaded));
      explorer.successors(sink);
    }

    @Override
    public void successors(int process, StepSink sink) {
      requireSame(comparison.ofState(loaded));
      explorer.successors(process, sink);
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
}
