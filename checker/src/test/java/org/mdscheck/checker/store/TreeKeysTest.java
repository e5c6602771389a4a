package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.result.StateVector;

class TreeKeysTest {
  private final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);

  private StateTree tree(int words) {
    return new StateTree(words, TreeShape.balanced(StateTree.leaves(words)), budget);
  }

  /** Random vectors, each like the one before but for a word or two. */
  private static List<long[]> walk(int words, int length, long seed) {
    final Random random = new Random(seed);
    final List<long[]> states = new ArrayList<>();
    long[] state = new long[words];
    for (int i = 0; i < length; i++) {
      state = state.clone();
      state[random.nextInt(words)] = random.nextLong();
      state[random.nextInt(words)] = random.nextInt(10);
      states.add(state);
    }
    return states;
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 13, 100})
  void aKeyStandsForItsState(int words) {
    final StateTree tree = tree(words);
    final TreeKeys keys = new TreeKeys(tree);
    final TreeKeys others = new TreeKeys(tree);
    final Set<Long> made = new HashSet<>();
    final long[] out = new long[words];
    for (long[] state : walk(words, 2000, words)) {
      final long key = keys.keyOf(state);
      assertTrue(key >= 0 && key < 1L << RootPair.SMALL_BITS, "key " + key);
      made.add(key);
      assertEquals(key, others.find(state));
      others.read(key, out);
      assertArrayEquals(state, out);
      assertEquals(key, others.keyOf(state));
      assertEquals(key, others.find(state));
    }
    assertEquals(
        walk(words, 2000, words).stream().map(StateVector::new).distinct().count(), made.size());
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {2, 3, 6, 9})
  void theKeyDoesNotDependOnTheStateReadLast(int words) {
    final StateTree tree = tree(words);
    final TreeKeys reading = new TreeKeys(tree);
    final TreeKeys plain = new TreeKeys(tree);
    final List<long[]> states = walk(words, 1000, 5);
    final long[] out = new long[words];
    long last = -1;
    for (long[] state : states) {
      if (last >= 0) reading.read(last, out);
      last = reading.keyOf(state);
      assertEquals(last, plain.keyOf(state));
    }
  }

  @Test
  void aPartThatWasNeverSeenIsNotFound() {
    final TreeKeys keys = new TreeKeys(tree(3));
    keys.keyOf(new long[] {1, 2, 3});
    keys.keyOf(new long[] {4, 5, 6});
    assertEquals(-1, keys.find(new long[] {1, 2, 9}));
    assertEquals(-1, keys.find(new long[] {1, 5, 6}));
  }

  /** 50 values in each of 4 words: 6,250,000 states, of which some are made, and 200 leaves. */
  @Test
  void equalPartsAreStoredOnce() {
    final StateTree tree = tree(4);
    final TreeKeys keys = new TreeKeys(tree);
    final Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      keys.keyOf(random.longs(4, 0, 50).toArray());
    }
    int values = 0;
    for (Dictionary dictionary : tree.dictionaries) values += dictionary.size();
    assertEquals(4 * 50 + 2 * 50 * 50, values);
  }
}
