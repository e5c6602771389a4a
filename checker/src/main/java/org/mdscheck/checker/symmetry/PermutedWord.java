package org.mdscheck.checker.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * Computes one word of a permuted state from the words of the state. Bits that stay as they are and
 * move by the same distance are moved together: a rotation and a mask. That goes for slots whose
 * codes stay as they are, and for each member of a set. The other codes are looked up. Immutable;
 * its plain twin is {@link Permutation#apply}.
 */
final class PermutedWord {
  private final int[] moveWord;
  private final int[] moveRotation;
  private final long[] moveMask; // where the bits come to lie
  private final int[] lookupWord;
  private final int[] lookupShift;
  private final long[] lookupMask; // of the code, unshifted
  private final long[][] lookupTable; // by code: the new code, where it comes to lie

  private PermutedWord(Moves moves, List<Lookup> lookups) {
    moveWord = moves.masks.keySet().stream().mapToInt(key -> (int) (key >>> 6)).toArray();
    moveRotation = moves.masks.keySet().stream().mapToInt(key -> (int) (key & 63)).toArray();
    moveMask = moves.masks.values().stream().mapToLong(Long::longValue).toArray();
    lookupWord = lookups.stream().mapToInt(Lookup::word).toArray();
    lookupShift = lookups.stream().mapToInt(Lookup::shift).toArray();
    lookupMask = lookups.stream().mapToLong(Lookup::mask).toArray();
    lookupTable = lookups.stream().map(Lookup::table).toArray(long[][]::new);
  }

  /** The word of the permuted state. Allocates nothing. */
  long of(long[] state) {
    long word = 0;
    for (int i = 0; i < moveWord.length; i++) {
      word |= Long.rotateLeft(state[moveWord[i]], moveRotation[i]) & moveMask[i];
    }
    for (int i = 0; i < lookupWord.length; i++) {
      word |= lookupTable[i][(int) (state[lookupWord[i]] >>> lookupShift[i] & lookupMask[i])];
    }
    return word;
  }

  /** One for each word of the state. */
  static PermutedWord[] programs(StateLayout layout, Permutation permutation) {
    final List<Moves> moves = new ArrayList<>();
    final List<List<Lookup>> lookups = new ArrayList<>();
    for (int w = 0; w < layout.words(); w++) {
      moves.add(new Moves());
      lookups.add(new ArrayList<>());
    }
    for (Slot slot : layout.slots()) {
      final int target = slot.index();
      final int source = permutation.source(target);
      final int word = layout.word(target);
      if (permutation.fixes(slot.domain())) {
        moves.get(word).add(layout, source, 0, target, 0, layout.mask(target));
      } else if (slot.domain() instanceof Domain.SetOf set) {
        for (int i = 0; i < set.of().size(); i++) {
          final int image = Integer.numberOfTrailingZeros(permutation.map(set, 1 << i));
          moves.get(word).add(layout, source, i, target, image, 1);
        }
      } else {
        final long[] table = table(layout, permutation, slot);
        lookups
            .get(word)
            .add(new Lookup(layout.word(source), layout.shift(source), layout.mask(source), table));
      }
    }
    final PermutedWord[] programs = new PermutedWord[layout.words()];
    for (int w = 0; w < programs.length; w++)
      programs[w] = new PermutedWord(moves.get(w), lookups.get(w));
    return programs;
  }

  /**
   * As long as the mask allows, so that no code is out of it; what no state holds is mapped to 0.
   */
  private static long[] table(StateLayout layout, Permutation permutation, Slot slot) {
    final long[] table = new long[(int) layout.mask(slot.index()) + 1];
    for (int code = 0; code < slot.domain().size(); code++) {
      table[code] = (long) permutation.map(slot.domain(), code) << layout.shift(slot.index());
    }
    return table;
  }

  /**
   * The bits that come from one word of the state and move by one distance, as a mask of theirs.
   */
  private static final class Moves {
    private final Map<Long, Long> masks = new TreeMap<>(); // by word << 6 | distance

    /**
     * Bits from {@code from} on in the source slot go to those from {@code to} on in the target.
     */
    void add(StateLayout layout, int source, int from, int target, int to, long bits) {
      final int at = layout.shift(target) + to;
      final int distance = at - layout.shift(source) - from & 63;
      masks.merge((long) layout.word(source) << 6 | distance, bits << at, (a, b) -> a | b);
    }
  }

  private record Lookup(int word, int shift, long mask, long[] table) {}
}
