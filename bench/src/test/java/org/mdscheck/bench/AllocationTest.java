package org.mdscheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.store.StateWriter;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.symmetry.ScalarsetSymmetry;
import org.mdscheck.checker.symmetry.Symmetry;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Expands the same states again once all their successors are stored: what a search allocates then
 * is per state, not for the growth of the store.
 */
class AllocationTest {
  private static final int STATES = 20_000;
  private static final int WARM_UP = 3;

  @ParameterizedTest
  @ValueSource(strings = {"kern", "lease"})
  void expandsStoresAndFindsWithoutAllocation(String model) {
    assertEquals(0, allocatedBytesPerState(model, Symmetry.none().newCanonicaliser()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kern", "lease"})
  void findsRepresentativesWithoutAllocation(String model) {
    assertEquals(
        0,
        allocatedBytesPerState(
            model, new ScalarsetSymmetry(system(model).layout()).newCanonicaliser()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kern", "lease"})
  void seesAnAllocation(String model) {
    assertTrue(allocatedBytesPerState(model, state -> state.clone()) >= 16);
  }

  private static long allocatedBytesPerState(String model, Canonicaliser canonicaliser) {
    final TransitionSystem system = system(model);
    final Expander expander = new Expander(system, canonicaliser);
    final List<long[]> states = List.of(SampleStates.of(system, STATES));
    for (int i = 0; i < WARM_UP; i++) expander.expand(states);
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    final long id = Thread.currentThread().getId();
    final long stepsBefore = expander.steps;
    final long bytesBefore = threads.getThreadAllocatedBytes(id);
    expander.expand(states);
    final long bytes = threads.getThreadAllocatedBytes(id) - bytesBefore;
    assertTrue(expander.steps - stepsBefore > states.size(), "too few steps");
    return bytes / states.size();
  }

  private static TransitionSystem system(String model) {
    return CompiledSystem.of(
        model.equals("kern") ? Measurement.spec("kern", 3, 1) : Measurement.spec("lease", 4, 3, 4));
  }

  private static final class Expander implements Explorer.StepSink {
    private final Explorer explorer;
    private final Canonicaliser canonicaliser;
    private final StateWriter writer;
    private long steps;

    Expander(TransitionSystem system, Canonicaliser canonicaliser) {
      explorer = system.newExplorer();
      this.canonicaliser = canonicaliser;
      writer =
          new StateStore(
                  system.layout().words(), system.layout().bits(), new MemoryBudget(Long.MAX_VALUE))
              .newWriter();
    }

    void expand(List<long[]> states) {
      for (int i = 0; i < states.size(); i++) {
        explorer.load(states.get(i));
        explorer.successors(this);
      }
      writer.flush();
    }

    @Override
    public void step(int action, long[] successor) {
      steps++;
      writer.add(canonicaliser.representative(successor));
    }

    @Override
    public void failed(int action, int check, boolean fatal) {
      throw new IllegalStateException("a check fails");
    }

    @Override
    public void error(int action, String message) {
      throw new IllegalStateException(message);
    }
  }
}
