package org.mdscheck.checker.symmetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * One way to exchange the ids of symmetric scalarsets, and what it does to a state: the value of a
 * slot moves to the slot of the same family at the permuted coordinates, and ids in the value
 * become the permuted ones. Immutable; the plain form, for setting up and checking, not for the
 * search.
 */
final class Permutation {
  private final StateLayout layout;
  private final Map<Scalarset, int[]> images;
  private final int[] source; // by slot: the slot that its new value comes from
  private final int[] processImage;

  /**
   * @param images for each scalarset that is permuted the image of each id; not modified
   * @throws IllegalArgumentException if a slot or a process has no permuted counterpart
   */
  Permutation(StateLayout layout, Map<Scalarset, int[]> images) {
    this.layout = layout;
    this.images = Map.copyOf(images);
    processImage = processImages();
    source = sources();
  }

  /** The slot that the new value of a slot comes from. */
  int source(int slot) {
    return source[slot];
  }

  /** The code that a code of a domain becomes. */
  int map(Domain domain, int code) {
    if (domain instanceof Domain.Id id) {
      final int base = id.nullable() ? 1 : 0;
      return code < base ? code : image(id.of(), code - base) + base;
    }
    if (domain instanceof Domain.SetOf set) {
      int mapped = 0;
      for (int i = 0; i < set.of().size(); i++) {
        if ((code >>> i & 1) != 0) mapped |= 1 << image(set.of(), i);
      }
      return mapped;
    }
    if (domain instanceof Domain.Owner) return code == 0 ? 0 : processImage[code - 1] + 1;
    return code;
  }

  /** Whether it leaves every code of a domain as it is. */
  boolean fixes(Domain domain) {
    if (domain instanceof Domain.Id id) return isIdentity(images.get(id.of()));
    if (domain instanceof Domain.SetOf set) return isIdentity(images.get(set.of()));
    return !(domain instanceof Domain.Owner) || isIdentity(processImage);
  }

  boolean isIdentity() {
    return images.values().stream().allMatch(Permutation::isIdentity);
  }

  /**
   * Applies the permutation to a packed state.
   *
   * @param out another array
   */
  void apply(long[] state, long[] out) {
    final int[] codes = new int[layout.slots().size()];
    final int[] moved = new int[codes.length];
    layout.decode(state, codes);
    for (int i = 0; i < codes.length; i++) {
      moved[i] = map(layout.slots().get(i).domain(), codes[source[i]]);
    }
    layout.encode(moved, out);
  }

  /** The names of the scalarsets whose ids it moves. */
  @Override
  public String toString() {
    return String.join(
        ", ",
        images.entrySet().stream()
            .filter(e -> !isIdentity(e.getValue()))
            .map(e -> e.getKey().name())
            .sorted()
            .toList());
  }

  private int image(Scalarset of, int id) {
    final int[] image = images.get(of);
    return image == null ? id : image[id];
  }

  private static boolean isIdentity(int[] image) {
    if (image == null) return true;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != i) return false;
    }
    return true;
  }

  private int[] processImages() {
    final Map<Object, Integer> index = new HashMap<>();
    final List<StateLayout.Process> processes = layout.processes();
    for (int p = 0; p < processes.size(); p++) {
      final Integer twin = index.put(place(processes.get(p)), p);
      if (twin != null) {
        throw new IllegalArgumentException(
            "processes "
                + processes.get(twin).name()
                + " and "
                + processes.get(p).name()
                + " belong to one family and one member: symmetry cannot tell them apart");
      }
    }
    final int[] result = new int[processes.size()];
    for (int p = 0; p < result.length; p++) {
      final StateLayout.Process process = processes.get(p);
      final Integer image =
          index.get(place(new StateLayout.Process("", process.family(), moved(process.member()))));
      if (image == null) {
        throw new IllegalArgumentException(
            "process "
                + process.name()
                + " has no counterpart for each "
                + process.member().of().name()
                + ": give the family "
                + process.family()
                + " a process per id, or make the scalarset asymmetric");
      }
      result[p] = image;
    }
    return result;
  }

  private static Object place(StateLayout.Process process) {
    return process.member() == null
        ? process.family()
        : List.of(process.family(), process.member());
  }

  private int[] sources() {
    final Map<Object, Integer> index = new HashMap<>();
    for (Slot slot : layout.slots())
      index.put(List.of(slot.family(), slot.coordinates()), slot.index());
    final int[] result = new int[layout.slots().size()];
    for (Slot slot : layout.slots()) {
      final List<Slot.Coordinate> coordinates =
          slot.coordinates().stream().map(this::moved).toList();
      final Integer target = index.get(List.of(slot.family(), coordinates));
      if (target == null || !areAlike(slot.domain(), layout.slots().get(target).domain())) {
        throw new IllegalArgumentException(
            "variable "
                + slot.name()
                + " has no counterpart of the same type at the permuted ids: give the family "
                + slot.family()
                + " one for every id, or make the scalarset asymmetric");
      }
      result[target] = slot.index();
    }
    return result;
  }

  private Slot.Coordinate moved(Slot.Coordinate coordinate) {
    return coordinate == null
        ? null
        : new Slot.Coordinate(coordinate.of(), image(coordinate.of(), coordinate.id()));
  }

  /** Names do not matter: the labels of two processes of a family may be spelt differently. */
  private static boolean areAlike(Domain one, Domain other) {
    if (one instanceof Domain.Enumeration)
      return other instanceof Domain.Enumeration && one.size() == other.size();
    return one.equals(other);
  }
}
