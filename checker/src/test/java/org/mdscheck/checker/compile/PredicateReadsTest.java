package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.oracle.wild.WildSpec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** The codes of the slots that a predicate is said to read decide its value. */
class PredicateReadsTest {
  private static final int SPECS = 150;
  private static final int MAX_STATES = 300;

  @Test
  void decideTheValue() {
    int predicates = 0;
    for (long seed = 0; seed < SPECS; seed++) {
      for (TransitionSystem system : systems(seed)) {
        predicates += predicates(system).size();
        assertEquals(0, undecided(system, reads -> reads), "seed " + seed);
      }
    }
    assertTrue(predicates > 2 * SPECS, predicates + " predicates");
  }

  @Test
  void doNotDecideItWhereASlotIsLeftOut() {
    int undecided = 0;
    for (long seed = 0; seed < SPECS; seed++) {
      for (TransitionSystem system : systems(seed))
        undecided += undecided(system, PredicateReadsTest::withoutTheFirst);
    }
    assertTrue(undecided > SPECS / 5, undecided + " predicates");
  }

  private static BitSet withoutTheFirst(BitSet reads) {
    if (!reads.isEmpty()) reads.clear(reads.nextSetBit(0));
    return reads;
  }

  private static List<TransitionSystem> systems(long seed) {
    List<TransitionSystem> systems = new ArrayList<>();
    systems.add(CompiledSystem.of(RandomSpec.of(seed).spec()));
    try {
      systems.add(CompiledSystem.of(WildSpec.of(seed).spec()));
    } catch (SpecException refused) {
      return systems; // a wild spec may ask for what there is not
    }
    return systems;
  }

  /** How many predicates have both values in states that agree on what they read. */
  private static int undecided(TransitionSystem system, UnaryOperator<BitSet> change) {
    List<long[]> states = states(system);
    Explorer explorer = system.newExplorer();
    int count = 0;
    for (int predicate : predicates(system)) {
      BitSet reads = change.apply(system.reads(predicate));
      Map<List<Integer>, String> values = new HashMap<>();
      for (long[] state : states) {
        List<Integer> codes = reads.stream().mapToObj(s -> system.layout().get(state, s)).toList();
        String value = value(explorer, state, predicate);
        String other = values.putIfAbsent(codes, value);
        if (other == null || other.equals(value)) continue;
        count++;
        break;
      }
    }
    return count;
  }

  private static String value(Explorer explorer, long[] state, int predicate) {
    explorer.load(state);
    try {
      return "" + explorer.test(predicate);
    } catch (RuntimeException none) {
      return "none";
    }
  }

  private static Set<Integer> predicates(TransitionSystem system) {
    Set<Integer> result = new HashSet<>();
    for (Property property : system.properties()) {
      if (property instanceof Property.Cover cover) result.add(cover.predicate());
      if (property instanceof Property.Invariant invariant) addAll(invariant.clauses(), result);
      if (property instanceof Property.Recovery recovery) addAll(recovery.clauses(), result);
    }
    result.remove(-1);
    return result;
  }

  private static void addAll(List<Property.Clause> clauses, Set<Integer> to) {
    clauses.forEach(clause -> to.addAll(List.of(clause.premise(), clause.conclusion())));
  }

  /** The first ones of a breadth-first search. */
  private static List<long[]> states(TransitionSystem system) {
    List<long[]> found = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    Collector collector =
        new Collector(
            state -> {
              if (found.size() < MAX_STATES && seen.add(codes(system, state)))
                found.add(state.clone());
            });
    Explorer explorer = system.newExplorer();
    explorer.initialStates(collector);
    for (int i = 0; i < found.size() && found.size() < MAX_STATES; i++) {
      explorer.load(found.get(i));
      explorer.successors(collector);
    }
    return found;
  }

  private static List<Integer> codes(TransitionSystem system, long[] state) {
    return IntStream.range(0, system.layout().slots().size())
        .mapToObj(slot -> system.layout().get(state, slot))
        .toList();
  }

  private record Collector(Consumer<long[]> states) implements Explorer.StepSink {
    @Override
    public void step(int action, long[] successor) {
      states.accept(successor);
    }

    @Override
    public void failed(int action, int check, boolean fatal) {
      // Leads to no state, or to one that is emitted as a step.
    }

    @Override
    public void error(int action, String message) {
      // Leads to no state.
    }
  }
}
