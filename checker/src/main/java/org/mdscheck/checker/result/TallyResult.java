package org.mdscheck.checker.result;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tally recorded.
 *
 * @param name of the tally
 * @param bucketsOfAction for each action whose steps fell into a bucket other than 0: those
 *     buckets, ascending; actions ascending
 */
public record TallyResult(String name, Map<Integer, List<Integer>> bucketsOfAction) {
  public TallyResult {
    bucketsOfAction = Collections.unmodifiableMap(new LinkedHashMap<>(bucketsOfAction));
  }

  /**
   * @param actions ascending
   * @param buckets one set for each of them
   */
  public static TallyResult of(String name, int[] actions, BitSet[] buckets) {
    final Map<Integer, List<Integer>> recorded = new LinkedHashMap<>();
    for (int i = 0; i < actions.length; i++) {
      if (!buckets[i].isEmpty()) recorded.put(actions[i], buckets[i].stream().boxed().toList());
    }
    return new TallyResult(name, recorded);
  }
}
