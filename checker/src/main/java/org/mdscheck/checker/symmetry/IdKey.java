package org.mdscheck.checker.symmetry;

import java.util.List;

/**
 * A number that says something of one id in a state, and says it in the same way of each id of its
 * scalarset: when the ids are renamed, it goes with the id. Immutable, allocates nothing.
 */
@FunctionalInterface
interface IdKey {
  /** Bits of a key, so that it is never negative. */
  int BITS = 63;

  /** Not negative. */
  long of(long[] state);

  /**
   * The key that consists of some parts.
   *
   * @param parts at least one; the first one makes the highest bits; {@link #BITS} wide at most
   *     together
   */
  static IdKey of(List<Part> parts) {
    final Part first = parts.get(0);
    return parts.size() == 1 && first.table() == null ? new Plain(first) : new Joined(parts);
  }

  /**
   * Some bits of a word of the state, or what a table says of them.
   *
   * @param mask of the bits, unshifted
   * @param table by value of these bits; null if they speak for themselves
   * @param width bits of what is said
   * @param flip what is said is taken exclusive-or this
   */
  record Part(int word, int shift, long mask, int[] table, int width, long flip) {}

  /** One part without a table. */
  final class Plain implements IdKey {
    private final int word;
    private final int shift;
    private final long mask;
    private final long flip;

    private Plain(Part part) {
      word = part.word();
      shift = part.shift();
      mask = part.mask();
      flip = part.flip();
    }

    @Override
    public long of(long[] state) {
      return state[word] >>> shift & mask ^ flip;
    }
  }

  /** Any parts. */
  final class Joined implements IdKey {
    private final int[] word;
    private final int[] shift;
    private final long[] mask;
    private final int[][] table;
    private final int[] place; // the lowest bit in the key
    private final long flip;

    private Joined(List<Part> parts) {
      word = parts.stream().mapToInt(Part::word).toArray();
      shift = parts.stream().mapToInt(Part::shift).toArray();
      mask = parts.stream().mapToLong(Part::mask).toArray();
      table = parts.stream().map(Part::table).toArray(int[][]::new);
      place = new int[word.length];
      long flipped = 0;
      for (int i = word.length - 1, at = 0; i >= 0; i--) {
        place[i] = at;
        flipped |= parts.get(i).flip() << at;
        at += parts.get(i).width();
      }
      flip = flipped;
    }

    @Override
    public long of(long[] state) {
      long key = flip;
      for (int i = 0; i < word.length; i++) {
        final long code = state[word[i]] >>> shift[i] & mask[i];
        key ^= (table[i] == null ? code : table[i][(int) code]) << place[i];
      }
      return key;
    }
  }
}
