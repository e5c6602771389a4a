package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.symmetry.ScalarsetSymmetry;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.model.cephfs.Assumption;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

class SymmetryTest {
  /** Two sessions, two requests, and an allocation that may fail. */
  private static TransitionSystem smallInstance() {
    final Scenario scenario = Scenario.SMOKE.with(new Bounds(1, 2, 2, 0, 0, 0, 1));
    final CephModel model = CephModel.of(Variant.V3, scenario, Assumption.defaults());
    return CompiledSystem.of(model.spec(Catalogue.of(model)));
  }

  /** The rules of the language make steps and properties symmetric: here each state is tried. */
  @Test
  void everyStateOfASmallInstanceIsSymmetric() {
    final TransitionSystem system = smallInstance();
    final List<long[]> states = reachable(system);
    assertTrue(states.size() > 10_000, () -> states.size() + " states");
    assertEquals(
        Optional.empty(),
        new ScalarsetSymmetry(system.layout()).refutation(system, system.properties(), states));
  }

  private static List<long[]> reachable(TransitionSystem system) {
    final List<long[]> states = new ArrayList<>();
    final Set<LongBuffer> seen = new HashSet<>();
    final Explorer.StepSink sink =
        new Explorer.StepSink() {
          @Override
          public void step(int action, long[] after) {
            final long[] state = after.clone();
            if (seen.add(LongBuffer.wrap(state))) states.add(state);
          }

          @Override
          public void failed(int action, int check, boolean fatal) {}

          @Override
          public void error(int action, String message) {
            throw new AssertionError(message);
          }
        };
    final Explorer explorer = system.newExplorer();
    explorer.initialStates(sink);
    for (int i = 0; i < states.size(); i++) {
      explorer.load(states.get(i));
      explorer.successors(sink);
    }
    return states;
  }
}
