package org.mdscheck.checker.system;

import java.util.List;

/**
 * Where each slot lies in the packed state vector. Immutable, thread-safe.
 *
 * <p>A slot takes {@code domain.bits()} bits and never crosses a word. Unused bits are zero, so
 * equal states are equal vectors.
 */
public final class StateLayout {
  /**
   * A process of the model, for traces and for the owner of a mutex; {@code member} is null or the
   * id it belongs to.
   */
  public record Process(String name, String family, Slot.Coordinate member) {}

  private final List<Slot> slots;
  private final List<Scalarset> scalarsets;
  private final List<Process> processes;
  private final int[] word;
  private final int[] shift;
  private final long[] mask;
  private final int[] slotsBefore; // by word: number of slots in those before; and that of all
  private final int words;
  private final int bits;

  public StateLayout(List<Slot> slots, List<Scalarset> scalarsets, List<Process> processes) {
    this.slots = List.copyOf(slots);
    this.scalarsets = List.copyOf(scalarsets);
    this.processes = List.copyOf(processes);
    final int count = slots.size();
    word = new int[count];
    shift = new int[count];
    mask = new long[count];
    int at = 0;
    int used = 0;
    for (int i = 0; i < count; i++) {
      final Slot slot = slots.get(i);
      if (slot.index() != i) {
        throw new IllegalArgumentException(
            "slot " + slot.name() + " has index " + slot.index() + " at position " + i);
      }
      final int width = slot.domain().bits();
      if (width > 31) {
        throw new IllegalArgumentException(
            "slot " + slot.name() + " needs " + width + " bits: a slot has at most 31");
      }
      if ((at & 63) + width > 64) at = (at | 63) + 1;
      word[i] = at >>> 6;
      shift[i] = at & 63;
      mask[i] = (1L << width) - 1;
      at += width;
      used += width;
    }
    words = Math.max(1, (at + 63) >>> 6);
    bits = used;
    // A slot of width 0 placed at the very end would name a word that does not exist; any word
    // serves it.
    slotsBefore = new int[words + 1];
    for (int i = 0; i < count; i++) {
      if (word[i] == words) word[i] = words - 1;
      slotsBefore[word[i] + 1] = i + 1;
    }
  }

  public List<Slot> slots() {
    return slots;
  }

  public List<Scalarset> scalarsets() {
    return scalarsets;
  }

  public List<Process> processes() {
    return processes;
  }

  /** Length of a state vector in longs, at least 1. */
  public int words() {
    return words;
  }

  /** Bits that carry information. */
  public int bits() {
    return bits;
  }

  /** The word of the state vector in which a slot lies. */
  public int word(int slotIndex) {
    return word[slotIndex];
  }

  /** The lowest bit of a slot within its word. */
  public int shift(int slotIndex) {
    return shift[slotIndex];
  }

  /** As many low bits as a slot is wide. */
  public long mask(int slotIndex) {
    return mask[slotIndex];
  }

  /** The code in one slot of a packed state. */
  public int get(long[] state, int slotIndex) {
    return (int) (state[word[slotIndex]] >>> shift[slotIndex] & mask[slotIndex]);
  }

  /** Unpacks {@code words()} longs into one code per slot. Allocates nothing. */
  public void decode(long[] state, int[] codes) {
    int i = 0;
    for (int w = 0; w < words; w++) {
      final long packed = state[w];
      for (final int end = slotsBefore[w + 1]; i < end; i++) {
        codes[i] = (int) (packed >>> shift[i] & mask[i]);
      }
    }
  }

  /**
   * Packs one code per slot, each within its domain, into {@code words()} longs. Allocates nothing.
   */
  public void encode(int[] codes, long[] state) {
    int i = 0;
    for (int w = 0; w < words; w++) {
      long packed = 0;
      for (final int end = slotsBefore[w + 1]; i < end; i++) packed |= (long) codes[i] << shift[i];
      state[w] = packed;
    }
  }

  /** One slot's value as a person reads it. */
  public String show(long[] state, int slotIndex) {
    return slots.get(slotIndex).domain().show(get(state, slotIndex));
  }
}
