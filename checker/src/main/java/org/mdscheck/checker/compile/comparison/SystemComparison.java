package org.mdscheck.checker.compile.comparison;

import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Compares two systems in the states near the initial one, along random walks from it where there
 * are more, and in random states, reachable or not. Always the same ones. Not thread-safe.
 */
public final class SystemComparison {
  private final StateLayout layout;
  private final StepComparison comparison;
  private final Consumer<List<Said>> listener;
  private final Set<LongBuffer> seen = new HashSet<>();
  private final Deque<long[]> queue = new ArrayDeque<>();
  private final Random random = new Random(1);

  /**
   * @param expected the system that is right
   * @param actual the one in doubt
   */
  public SystemComparison(TransitionSystem expected, TransitionSystem actual) {
    this(expected, actual, said -> {});
  }

  /**
   * @param listener is told what the first system says of each state
   */
  SystemComparison(
      TransitionSystem expected, TransitionSystem actual, Consumer<List<Said>> listener) {
    layout = expected.layout();
    comparison = new StepComparison(expected, actual);
    this.listener = listener;
  }

  /**
   * The first difference, with the state and what both say.
   *
   * @param randomStates how many to compare
   * @param maxStates how many states to compare breadth first
   * @param walks how many random walks to take where there are more states
   * @param walkLength steps of a walk, at most
   */
  public Optional<String> difference(int maxStates, int walks, int walkLength, int randomStates) {
    Optional<String> difference = comparison.ofSystems();
    if (difference.isEmpty()) difference = comparison.ofInitialStates();
    if (difference.isPresent()) return difference;
    final List<long[]> initial = comparison.successors();
    initial.forEach(this::reach);
    for (int i = 0; i < maxStates && !queue.isEmpty(); i++) {
      difference = compare(queue.remove());
      if (difference.isPresent()) return difference;
      comparison.successors().forEach(this::reach);
    }
    for (int i = 0; i < walks && !queue.isEmpty() && difference.isEmpty(); i++)
      difference = walk(initial.get(0), walkLength);
    final RandomStates states = new RandomStates(layout, initial.get(0));
    for (int i = 0; i < randomStates && difference.isEmpty(); i++)
      difference = compare(states.next());
    return difference;
  }

  private void reach(long[] state) {
    if (seen.add(LongBuffer.wrap(state))) queue.add(state);
  }

  private Optional<String> walk(long[] from, int length) {
    long[] state = from;
    for (int i = 0; i < length; i++) {
      final Optional<String> difference = compare(state);
      final List<long[]> next = comparison.successors();
      if (difference.isPresent() || next.isEmpty()) return difference;
      state = next.get(random.nextInt(next.size()));
    }
    return Optional.empty();
  }

  private Optional<String> compare(long[] state) {
    final Optional<String> difference = comparison.ofState(state);
    listener.accept(comparison.said());
    return difference;
  }
}
