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
import org.mdscheck.checker.system.TransitionSystem;

/** Compares two systems in the states near the initial one and along random walks from it. */
final class Exploration {
  private static final int WALK_LENGTH = 40;

  private final StepComparison comparison;
  private final Consumer<List<Said>> listener;
  private final Set<LongBuffer> seen = new HashSet<>();
  private final Deque<long[]> queue = new ArrayDeque<>();

  private Exploration(StepComparison comparison, Consumer<List<Said>> listener) {
    this.comparison = comparison;
    this.listener = listener;
  }

  /**
   * The first difference.
   *
   * @param maxStates how many states to compare breadth first
   * @param walks how many random walks to take where there are more
   */
  static Optional<String> difference(
      TransitionSystem expected, TransitionSystem actual, int maxStates, int walks) {
    return difference(expected, actual, maxStates, walks, said -> {});
  }

  /**
   * As above.
   *
   * @param listener is told what the first system says of each state
   */
  static Optional<String> difference(
      TransitionSystem expected,
      TransitionSystem actual,
      int maxStates,
      int walks,
      Consumer<List<Said>> listener) {
    final StepComparison comparison = new StepComparison(expected, actual);
    Optional<String> difference = comparison.ofSystems();
    if (difference.isPresent()) return difference;
    difference = comparison.ofInitialStates();
    if (difference.isPresent()) return difference;
    return new Exploration(comparison, listener).explore(comparison.successors(), maxStates, walks);
  }

  private Optional<String> explore(List<long[]> initial, int maxStates, int walks) {
    initial.forEach(this::reach);
    while (!queue.isEmpty() && seen.size() < maxStates) {
      final Optional<String> difference = compare(queue.remove());
      if (difference.isPresent()) return difference;
      comparison.successors().forEach(this::reach);
    }
    if (queue.isEmpty()) return Optional.empty();
    final Random random = new Random(1);
    for (int i = 0; i < walks; i++) {
      final Optional<String> difference = walk(initial.get(0), random);
      if (difference.isPresent()) return difference;
    }
    return Optional.empty();
  }

  private Optional<String> compare(long[] state) {
    final Optional<String> difference = comparison.ofState(state);
    listener.accept(comparison.said());
    return difference;
  }

  private void reach(long[] state) {
    if (seen.add(LongBuffer.wrap(state))) queue.add(state);
  }

  private Optional<String> walk(long[] from, Random random) {
    long[] state = from;
    for (int i = 0; i < WALK_LENGTH; i++) {
      final Optional<String> difference = compare(state);
      if (difference.isPresent()) return difference;
      final List<long[]> next = comparison.successors();
      if (next.isEmpty()) return Optional.empty();
      state = next.get(random.nextInt(next.size()));
    }
    return Optional.empty();
  }
}
