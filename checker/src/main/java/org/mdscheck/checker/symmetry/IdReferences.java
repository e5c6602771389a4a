package org.mdscheck.checker.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * What a state says of ids by naming several of them together: a variable of one id that holds
 * another, a variable of two ids. Each is known by its colour only, so that renaming ids of equal
 * colour renames what is said and changes nothing else. Immutable, allocates nothing.
 */
final class IdReferences {
  private static final long ODD = 0x9e3779b97f4a7c15L;
  private static final int AS_VALUE = 64; // apart from the positions of coordinates
  private static final int AS_MEMBER = 128;

  /**
   * A slot that names ids.
   *
   * @param salt of its family
   * @param at the ids that index it
   * @param values by code: the id that it names, or -1; null if codes name none, or sets
   * @param kinds by code: what it says but for that id; null if values are
   * @param members by bit: the id; null if codes are no sets
   */
  private record Reference(
      int word,
      int shift,
      long mask,
      long salt,
      int[] at,
      int[] values,
      int[] kinds,
      int[] members) {
    int code(long[] state) {
      return (int) (state[word] >>> shift & mask);
    }
  }

  private final StateLayout layout;
  private final PermutedIds ids;
  private final Reference[] references;

  IdReferences(StateLayout layout, PermutedIds ids) {
    this.layout = layout;
    this.ids = ids;
    references =
        layout.slots().stream()
            .filter(s -> ids.areIn(s.domain()) || coordinates(s).count() > 1)
            .map(this::reference)
            .toArray(Reference[]::new);
  }

  /**
   * Says something of each id, the same of ids that a permutation of ids of equal colour exchanges.
   *
   * @param colours by number of the id
   * @param said receives it, by number of the id
   */
  void describe(long[] state, int[] colours, long[] said) {
    Arrays.fill(said, 0);
    for (Reference reference : references) {
      long hash = reference.salt;
      for (int id : reference.at) hash = mixed(hash + colours[id]);
      final int code = reference.code(state);
      if (reference.members == null) describeValue(reference, code, hash, colours, said);
      else describeSet(reference, code, hash, colours, said);
    }
  }

  private static void describeValue(
      Reference reference, int code, long place, int[] colours, long[] said) {
    final int value = reference.values == null ? -1 : reference.values[code];
    long hash = mixed(place + (reference.kinds == null ? code : reference.kinds[code]));
    if (value >= 0) {
      hash = mixed(hash + colours[value]);
      for (int i = 0; i < reference.at.length; i++) {
        if (reference.at[i] == value) hash = mixed(hash + i + 1);
      }
      said[value] += mixed(hash + AS_VALUE);
    }
    for (int i = 0; i < reference.at.length; i++) said[reference.at[i]] += mixed(hash + i);
  }

  private static void describeSet(
      Reference reference, int code, long place, int[] colours, long[] said) {
    long hash = place;
    for (int rest = code; rest != 0; rest &= rest - 1)
      hash += mixed(colours[reference.members[Integer.numberOfTrailingZeros(rest)]]);
    hash = mixed(hash);
    for (int rest = code; rest != 0; rest &= rest - 1) {
      final int member = reference.members[Integer.numberOfTrailingZeros(rest)];
      said[member] += mixed(hash + AS_MEMBER);
      for (int i = 0; i < reference.at.length; i++) {
        if (reference.at[i] == member) said[member] += mixed(hash + AS_VALUE + i);
      }
    }
    for (int i = 0; i < reference.at.length; i++) said[reference.at[i]] += mixed(hash + i);
  }

  private static long mixed(long bits) {
    final long product = (bits ^ bits >>> 32) * ODD;
    return (product ^ product >>> 29) * ODD;
  }

  private Stream<Slot.Coordinate> coordinates(Slot slot) {
    return slot.coordinates().stream().filter(ids::contain);
  }

  private Reference reference(Slot slot) {
    final int s = slot.index();
    final int[] at = coordinates(slot).mapToInt(ids::number).toArray();
    final Domain domain = slot.domain();
    final int[] codes =
        ids.areIn(domain) && !(domain instanceof Domain.SetOf) ? codes(domain) : null;
    return new Reference(
        layout.word(s),
        layout.shift(s),
        layout.mask(s),
        salt(slot, at),
        at,
        codes == null ? null : IntStream.of(codes).map(c -> value(domain, c)).toArray(),
        codes == null ? null : IntStream.of(codes).map(c -> kind(domain, c)).toArray(),
        ids.areIn(domain) && domain instanceof Domain.SetOf set ? members(set.of()) : null);
  }

  private static int[] codes(Domain domain) {
    return IntStream.range(0, (int) domain.size()).toArray();
  }

  /** The same for slots that a permutation exchanges: it knows which of the ids are the same. */
  private int salt(Slot slot, int[] at) {
    final List<Integer> order = IntStream.of(at).boxed().toList();
    final List<String> places =
        slot.coordinates().stream()
            .map(c -> c.of().name() + (ids.contain(c) ? order.indexOf(ids.number(c)) : c.id()))
            .toList();
    return (slot.family() + places).hashCode();
  }

  /** The id that a code names, or -1. */
  private int value(Domain domain, int code) {
    if (domain instanceof Domain.Id id) {
      final int value = code - (id.nullable() ? 1 : 0);
      return value < 0 ? -1 : ids.first(id.of()) + value;
    }
    if (code == 0) return -1;
    final StateLayout.Process owner = layout.processes().get(code - 1);
    return ids.isMember(owner) ? ids.number(owner.member()) : -1;
  }

  private int kind(Domain domain, int code) {
    if (domain instanceof Domain.Id) return value(domain, code) < 0 ? 0 : 1;
    return code == 0 ? 0 : 1 + ids.kindOf(layout.processes().get(code - 1));
  }

  private int[] members(Scalarset of) {
    final int first = ids.first(of);
    return IntStream.range(first, first + of.size()).toArray();
  }
}
