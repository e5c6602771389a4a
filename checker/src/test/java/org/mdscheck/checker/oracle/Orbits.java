package org.mdscheck.checker.oracle;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * Counts states up to renaming the ids of symmetric scalarsets, by trying every permutation on
 * every state. Knows of symmetry only what {@link Slot} and {@link Domain} say.
 */
public final class Orbits {
  /** A permutation with the slot that each slot moves to. */
  private record Move(Map<Scalarset, int[]> permutation, int[] targets) {}

  private final StateLayout layout;
  private final List<Move> moves;

  public Orbits(StateLayout layout) {
    this.layout = layout;
    List<Map<Scalarset, int[]>> all = List.of(Map.of());
    for (Scalarset ids : layout.scalarsets()) {
      if (!ids.symmetric()) continue;
      List<Map<Scalarset, int[]>> more = new ArrayList<>();
      for (int[] permutation : permutationsOf(ids.size())) {
        for (Map<Scalarset, int[]> others : all) {
          Map<Scalarset, int[]> both = new HashMap<>(others);
          both.put(ids, permutation);
          more.add(both);
        }
      }
      all = more;
    }
    moves = all.stream().map(p -> new Move(p, targets(p))).toList();
  }

  /** Number of orbits among the states. */
  long count(Collection<LongBuffer> states) {
    Set<LongBuffer> counted = new HashSet<>();
    long orbits = 0;
    for (LongBuffer state : states) {
      if (counted.contains(state)) continue;
      orbits++;
      counted.addAll(of(state));
    }
    return orbits;
  }

  /** The state and all that it is renamed to. */
  public Set<LongBuffer> of(LongBuffer state) {
    Set<LongBuffer> orbit = new HashSet<>();
    for (Move move : moves) orbit.add(permuted(state, move));
    return orbit;
  }

  private LongBuffer permuted(LongBuffer state, Move move) {
    int[] codes = new int[layout.slots().size()];
    layout.decode(state.array(), codes);
    int[] moved = new int[codes.length];
    for (Slot slot : layout.slots()) {
      int code = codes[slot.index()];
      moved[move.targets[slot.index()]] = value(slot.domain(), code, move.permutation);
    }
    long[] words = new long[layout.words()];
    layout.encode(moved, words);
    return LongBuffer.wrap(words);
  }

  private int[] targets(Map<Scalarset, int[]> permutation) {
    return layout.slots().stream().mapToInt(slot -> target(slot, permutation)).toArray();
  }

  private int target(Slot slot, Map<Scalarset, int[]> permutation) {
    List<Slot.Coordinate> wanted =
        slot.coordinates().stream().map(c -> moved(c, permutation)).toList();
    for (Slot other : layout.slots()) {
      if (other.family().equals(slot.family()) && other.coordinates().equals(wanted))
        return other.index();
    }
    throw new AssertionError("no slot of family " + slot.family() + " at " + wanted);
  }

  private static Slot.Coordinate moved(Slot.Coordinate c, Map<Scalarset, int[]> permutation) {
    return new Slot.Coordinate(c.of(), id(c.of(), c.id(), permutation));
  }

  private static int id(Scalarset of, int id, Map<Scalarset, int[]> permutation) {
    return permutation.containsKey(of) ? permutation.get(of)[id] : id;
  }

  private int value(Domain domain, int code, Map<Scalarset, int[]> permutation) {
    if (domain instanceof Domain.Id d) {
      int base = d.nullable() ? 1 : 0;
      return code < base ? code : id(d.of(), code - base, permutation) + base;
    }
    if (domain instanceof Domain.SetOf d) {
      int members = 0;
      for (int i = 0; i < d.of().size(); i++)
        if ((code >>> i & 1) != 0) members |= 1 << id(d.of(), i, permutation);
      return members;
    }
    return domain instanceof Domain.Owner && code > 0 ? process(code - 1, permutation) + 1 : code;
  }

  private int process(int index, Map<Scalarset, int[]> permutation) {
    StateLayout.Process process = layout.processes().get(index);
    if (process.member() == null) return index;
    Slot.Coordinate wanted = moved(process.member(), permutation);
    for (int p = 0; p < layout.processes().size(); p++) {
      StateLayout.Process other = layout.processes().get(p);
      if (other.family().equals(process.family()) && wanted.equals(other.member())) return p;
    }
    throw new AssertionError("no process of family " + process.family() + " at " + wanted);
  }

  private static List<int[]> permutationsOf(int size) {
    if (size == 0) return List.of(new int[0]);
    List<int[]> all = new ArrayList<>();
    for (int[] shorter : permutationsOf(size - 1)) {
      for (int at = 0; at < size; at++) {
        int[] longer = Arrays.copyOf(shorter, size);
        System.arraycopy(shorter, at, longer, at + 1, size - 1 - at);
        longer[at] = size - 1;
        all.add(longer);
      }
    }
    return all;
  }
}
