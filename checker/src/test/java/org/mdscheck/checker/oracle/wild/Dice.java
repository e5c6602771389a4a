package org.mdscheck.checker.oracle.wild;

import java.util.List;
import java.util.Random;

/** Random choices from one seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** One of {@code 0 .. count-1}. */
  int below(int count) {
    return random.nextInt(count);
  }

  /** One of {@code low .. high}. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True so many times in a hundred. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  @SafeVarargs
  final <T> T one(T... several) {
    return several[random.nextInt(several.length)];
  }
}
