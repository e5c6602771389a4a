package org.mdscheck.checker.symmetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mdscheck.checker.symmetry.IdKey.Part;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * Makes the keys of the ids of one scalarset: from the variables of the id, and from those of
 * nobody that speak of it. Of another id in them the keys say only that it is another one; of
 * variables with several ids they say nothing.
 *
 * <p>What is most significant in the vector is most significant in the keys, and the ids in
 * descending order of their keys make the vector small, so that sorting them often gives the least
 * vector at once.
 */
final class IdKeys {
  private static final int NONE = 0;
  private static final int ANOTHER = 1;
  private static final int ITSELF = 2;

  /** The parts for each id that say the same of it. */
  private record Aspect(List<Part> parts, boolean isPlain) {
    Part first() {
      return parts.get(0);
    }

    /** The more significant, the greater. */
    long rank() {
      return parts.stream().mapToLong(IdKeys::rank).max().orElseThrow();
    }

    int width() {
      return first().width();
    }
  }

  private final StateLayout layout;
  private final PermutedIds ids;
  private final Scalarset of;

  private IdKeys(StateLayout layout, PermutedIds ids, Scalarset of) {
    this.layout = layout;
    this.ids = ids;
    this.of = of;
  }

  /**
   * Several keys for each id; each is of use among ids that the ones before do not tell apart.
   *
   * @return by key, by id
   */
  static IdKey[][] of(StateLayout layout, PermutedIds ids, Scalarset of) {
    final IdKeys keys = new IdKeys(layout, ids, of);
    final List<List<Aspect>> levels = new ArrayList<>();
    for (Aspect aspect : keys.merged(keys.aspects())) {
      final List<Aspect> last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
      if (last != null && fits(last, aspect)) last.add(aspect);
      else levels.add(new ArrayList<>(List.of(aspect)));
    }
    return levels.stream().map(keys::keys).toArray(IdKey[][]::new);
  }

  private static boolean fits(List<Aspect> key, Aspect aspect) {
    return key.get(0).isPlain() == aspect.isPlain()
        && key.stream().mapToInt(Aspect::width).sum() + aspect.width() <= IdKey.BITS;
  }

  private IdKey[] keys(List<Aspect> aspects) {
    return IntStream.range(0, of.size())
        .mapToObj(id -> IdKey.of(aspects.stream().map(a -> a.parts().get(id)).toList()))
        .toArray(IdKey[]::new);
  }

  /** The plain ones first, as they are quick to take; the most significant ones first. */
  private List<Aspect> aspects() {
    final List<Aspect> aspects = new ArrayList<>();
    for (List<Slot> own : ownSlots()) addAspect(own, aspects);
    for (Slot slot : layout.slots()) {
      if (slot.coordinates().stream().noneMatch(ids::contain) && ids.areIn(slot.domain()))
        addAspect(IntStream.range(0, of.size()).mapToObj(id -> slot).toList(), aspects);
    }
    aspects.sort(Comparator.comparing(Aspect::isPlain).thenComparing(Aspect::rank).reversed());
    return aspects;
  }

  /** The slots of each family that only an id of this scalarset has, by id. */
  private List<List<Slot>> ownSlots() {
    final Map<Object, List<Slot>> families = new LinkedHashMap<>();
    for (Slot slot : layout.slots()) {
      final List<Slot.Coordinate> at = slot.coordinates().stream().filter(ids::contain).toList();
      if (at.size() != 1 || !at.get(0).of().equals(of)) continue;
      final List<Object> place = new ArrayList<>(List.of(slot.family()));
      for (Slot.Coordinate c : slot.coordinates()) place.add(ids.contain(c) ? of : c);
      families.computeIfAbsent(place, p -> new ArrayList<>()).add(slot);
    }
    for (List<Slot> slots : families.values()) slots.sort(Comparator.comparingInt(this::idOf));
    return List.copyOf(families.values());
  }

  private int idOf(Slot own) {
    return own.coordinates().stream().filter(ids::contain).findFirst().orElseThrow().id();
  }

  /**
   * @param slots by id, perhaps always the same one
   */
  private void addAspect(List<Slot> slots, List<Aspect> aspects) {
    final Domain domain = slots.get(0).domain();
    if (domain.bits() == 0) return;
    final boolean isPlain = !ids.areIn(domain);
    final long flip = isPlain && isAscending(slots) ? domain.bits() : 0;
    final List<Part> parts = new ArrayList<>();
    for (int id = 0; id < of.size(); id++) {
      if (isPlain) parts.add(plain(slots.get(id), (1L << flip) - 1));
      else if (domain instanceof Domain.SetOf set && set.of().equals(of))
        parts.add(membership(slots.get(id), id));
      else if (!(domain instanceof Domain.SetOf)) parts.add(described(slots.get(id), id));
    }
    if (!parts.isEmpty()) aspects.add(new Aspect(parts, isPlain));
  }

  /** Whether the vector is the less, the less the first id has, rather than the last one. */
  private boolean isAscending(List<Slot> slots) {
    return rank(plain(slots.get(0), 0)) > rank(plain(slots.get(of.size() - 1), 0));
  }

  private Part plain(Slot slot, long flip) {
    final int s = slot.index();
    return new Part(
        layout.word(s), layout.shift(s), layout.mask(s), null, slot.domain().bits(), flip);
  }

  private Part membership(Slot slot, int id) {
    final int s = slot.index();
    return new Part(layout.word(s), layout.shift(s) + id, 1, null, 1, 0);
  }

  private Part described(Slot slot, int id) {
    final int s = slot.index();
    final int[] table = new int[(int) layout.mask(s) + 1];
    for (int code = 0; code < slot.domain().size(); code++)
      table[code] = describe(slot.domain(), code, id);
    final int most = slot.domain() instanceof Domain.Id ? ITSELF : 2 * layout.processes().size();
    final int width = 32 - Integer.numberOfLeadingZeros(most);
    return new Part(layout.word(s), layout.shift(s), layout.mask(s), table, width, 0);
  }

  /** What a code means, seen from an id. */
  private int describe(Domain domain, int code, int id) {
    if (domain instanceof Domain.Id value) {
      final int number = code - (value.nullable() ? 1 : 0);
      if (number < 0) return NONE;
      return value.of().equals(of) && number == id ? ITSELF : ANOTHER;
    }
    if (code == 0) return NONE;
    final StateLayout.Process process = layout.processes().get(code - 1);
    final int kind = 2 * ids.kindOf(process);
    final Slot.Coordinate member = process.member();
    return kind
        + (member != null && member.of().equals(of) && member.id() == id ? ITSELF : ANOTHER);
  }

  /** Joins plain aspects that lie side by side for each id. */
  private List<Aspect> merged(List<Aspect> aspects) {
    final List<Aspect> merged = new ArrayList<>();
    for (Aspect aspect : aspects) {
      final int last = merged.size() - 1;
      if (last >= 0 && isFollowed(merged.get(last), aspect))
        merged.set(last, joined(merged.get(last), aspect));
      else merged.add(aspect);
    }
    return merged;
  }

  private static boolean isFollowed(Aspect high, Aspect low) {
    return high.isPlain()
        && low.isPlain()
        && high.width() + low.width() <= IdKey.BITS
        && (high.first().flip() == 0) == (low.first().flip() == 0)
        && IntStream.range(0, high.parts().size())
            .allMatch(id -> isAbove(high.parts().get(id), low.parts().get(id)));
  }

  private static boolean isAbove(Part high, Part low) {
    return high.word() == low.word() && high.shift() == low.shift() + low.width();
  }

  private static Aspect joined(Aspect high, Aspect low) {
    final List<Part> parts = new ArrayList<>();
    for (int id = 0; id < high.parts().size(); id++) {
      final Part h = high.parts().get(id);
      final Part l = low.parts().get(id);
      parts.add(
          new Part(
              l.word(),
              l.shift(),
              h.mask() << l.width() | l.mask(),
              null,
              h.width() + l.width(),
              h.flip() << l.width() | l.flip()));
    }
    return new Aspect(parts, true);
  }

  /** The first word is the most significant one, and in a word the highest bits are. */
  private static long rank(Part part) {
    return ((long) -part.word() << 6) + part.shift();
  }
}
