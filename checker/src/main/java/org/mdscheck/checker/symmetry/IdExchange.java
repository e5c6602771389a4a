package org.mdscheck.checker.symmetry;

import java.util.Map;
import java.util.stream.IntStream;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.StateLayout;

/** Exchanges two ids of a scalarset in packed states. Immutable, allocates nothing. */
final class IdExchange {
  private final int[] words; // those that it can change
  private final PermutedWord[] images; // of these

  /**
   * @throws IllegalArgumentException if the layout is not closed under it
   */
  IdExchange(StateLayout layout, Scalarset of, int one, int other) {
    final Permutation exchange = permutation(layout, of, one, other);
    final PermutedWord[] programs = PermutedWord.programs(layout, exchange);
    words =
        layout.slots().stream()
            .filter(s -> exchange.source(s.index()) != s.index() || !exchange.fixes(s.domain()))
            .mapToInt(s -> layout.word(s.index()))
            .distinct()
            .sorted()
            .toArray();
    images = IntStream.of(words).mapToObj(w -> programs[w]).toArray(PermutedWord[]::new);
  }

  /**
   * Exchanges the ids in a state.
   *
   * @param buffer as long as the state; what it holds then means nothing
   */
  void apply(long[] state, long[] buffer) {
    for (int i = 0; i < words.length; i++) buffer[i] = images[i].of(state);
    for (int i = 0; i < words.length; i++) state[words[i]] = buffer[i];
  }

  /** Whether a state is the same after the exchange. */
  boolean fixes(long[] state) {
    for (int i = 0; i < words.length; i++) {
      if (images[i].of(state) != state[words[i]]) return false;
    }
    return true;
  }

  private static Permutation permutation(StateLayout layout, Scalarset of, int one, int other) {
    final int[] image = IntStream.range(0, of.size()).toArray();
    image[one] = other;
    image[other] = one;
    return new Permutation(layout, Map.of(of, image));
  }
}
