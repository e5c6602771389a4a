package org.mdscheck.checker.result;

import java.util.Arrays;
import org.mdscheck.checker.system.StateLayout;

/**
 * A packed state as a value. Immutable. Ordered by its words, compared as unsigned, the first word
 * first.
 */
public final class StateVector implements Comparable<StateVector> {
  private final long[] words;

  /**
   * @param words copied
   */
  public StateVector(long[] words) {
    this.words = words.clone();
  }

  /** A fresh copy of the packed state. */
  public long[] words() {
    return words.clone();
  }

  /** The code in one slot. */
  public int get(StateLayout layout, int slotIndex) {
    return layout.get(words, slotIndex);
  }

  /** One slot's value as a person reads it. */
  public String show(StateLayout layout, int slotIndex) {
    return layout.show(words, slotIndex);
  }

  @Override
  public int compareTo(StateVector other) {
    return Arrays.compareUnsigned(words, other.words);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateVector that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /** The words in hexadecimal, 16 digits each, the first word first. */
  @Override
  public String toString() {
    final StringBuilder text = new StringBuilder(16 * words.length);
    for (long word : words) text.append(String.format("%016x", word));
    return text.toString();
  }
}
