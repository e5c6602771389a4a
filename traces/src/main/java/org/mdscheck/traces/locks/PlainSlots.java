package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * The slots whose accesses are compared, and what a step reads and writes of them. Immutable,
 * thread-safe.
 *
 * <p>A step writes what it changes: a value written over itself is not seen, and what is written
 * only sometimes is not taken for written always. It reads what the text of the model says.
 */
final class PlainSlots {
  private final StateLayout layout;
  private final int words;
  private final String[] variables; // by slot; null where accesses are not compared
  private final long[][] always; // by action: what it reads, whatever the state
  private final List<List<Dependent>> dependent; // by action

  /** Slots that are read depending on the code in a selector. */
  private record Dependent(int selector, long[][] slots) {}

  /**
   * @param names of the variables whose slots they are
   */
  PlainSlots(StateLayout layout, List<ActionFootprint> footprints, List<String> names) {
    this.layout = layout;
    words = (layout.slots().size() + 63) / 64;
    variables = new String[layout.slots().size()];
    final BitSet plain = new BitSet();
    for (Slot slot : layout.slots()) {
      if (slot.kind() != Slot.Kind.SHARED) continue;
      variables[slot.index()] = variableOf(slot, names);
      plain.set(slot.index(), variables[slot.index()] != null);
    }
    always = new long[footprints.size()][words];
    dependent = new ArrayList<>();
    for (ActionFootprint footprint : footprints) {
      final List<Dependent> some = new ArrayList<>();
      footprint.tested().forEach(access -> sort(footprint.action(), access, plain, some));
      footprint.done().forEach(access -> sort(footprint.action(), access, plain, some));
      dependent.add(List.copyOf(some));
    }
  }

  /** The longest name that the slot's begins with; null if there is none. */
  private static String variableOf(Slot slot, List<String> names) {
    String longest = null;
    for (String name : names) {
      if (!slot.family().startsWith(name)) continue;
      final String rest = slot.family().substring(name.length());
      if (!rest.isEmpty() && rest.charAt(0) != '[' && rest.charAt(0) != '.') continue;
      if (longest == null || name.length() > longest.length()) longest = name;
    }
    return longest;
  }

  private void sort(int action, ActionFootprint.Access access, BitSet plain, List<Dependent> some) {
    if (access.kind() != ActionFootprint.Kind.READ) return;
    if (access.selector() < 0) {
      or(always[action], bits(access.slots().get(0), plain));
    } else {
      some.add(
          new Dependent(
              access.selector(),
              access.slots().stream().map(set -> bits(set, plain)).toArray(long[][]::new)));
    }
  }

  private long[] bits(BitSet set, BitSet plain) {
    final BitSet some = (BitSet) set.clone();
    some.and(plain);
    return Arrays.copyOf(some.toLongArray(), words);
  }

  /** Length of what {@link #read} and {@link #written} fill. */
  int words() {
    return words;
  }

  int slotCount() {
    return variables.length;
  }

  /** The variable that a slot belongs to; null if its accesses are not compared. */
  String variable(int slot) {
    return variables[slot];
  }

  /** What an action reads in a state, into {@code slots}: a bit each. */
  void read(int action, long[] state, long[] slots) {
    System.arraycopy(always[action], 0, slots, 0, words);
    for (Dependent some : dependent.get(action)) {
      final int code = layout.get(state, some.selector);
      if (code < some.slots.length) or(slots, some.slots[code]);
    }
  }

  /** What a step changes, into {@code slots}: a bit each. */
  void written(long[] state, long[] successor, long[] slots) {
    Arrays.fill(slots, 0);
    if (successor == null) return;
    for (int slot = 0; slot < variables.length; slot++) {
      if (variables[slot] != null && layout.get(state, slot) != layout.get(successor, slot))
        slots[slot >> 6] |= 1L << slot;
    }
  }

  private static void or(long[] into, long[] from) {
    for (int i = 0; i < into.length; i++) into[i] |= from[i];
  }
}
