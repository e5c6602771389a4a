package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentStatesTest {
  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 2, 3, 7, 100, 100_000})
  void holdsOnlyWhatItWasGiven(int words) {
    final RecentStates recent = new RecentStates(words);
    final Random random = new Random(words);
    final Set<String> given = new HashSet<>();
    int held = 0;
    for (int i = 0; i < 5000 / Math.min(words, 100) + 100; i++) {
      final long[] state = new long[words];
      state[random.nextInt(words)] = random.nextInt(20);
      if (recent.holds(state)) {
        held++;
        assertTrue(given.contains(Arrays.toString(state)));
      }
      given.add(Arrays.toString(state));
    }
    assertTrue(held > 0);
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {1, 4})
  void theStateOfZerosIsNotThereAtFirst(int words) {
    final RecentStates recent = new RecentStates(words);
    assertFalse(recent.holds(new long[words]));
    assertTrue(recent.holds(new long[words]));
  }
}
