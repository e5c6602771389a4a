package org.mdscheck.checker.symmetry;

/**
 * The least vector of the orbit, words compared as unsigned, the first word first: every
 * permutation is tried, and left as soon as a word is greater than that of the best so far.
 *
 * <p>Cost: the first words of all permuted states, and whole vectors where they are less. No
 * allocation.
 */
final class LeastVector implements Canonicaliser {
  private final PermutedWord[][] programs;
  private final long[] least;

  LeastVector(PermutedWord[][] programs, int words) {
    this.programs = programs;
    least = new long[words];
  }

  @Override
  public long[] representative(long[] state) {
    System.arraycopy(state, 0, least, 0, least.length);
    for (PermutedWord[] program : programs) improve(program, state);
    return least;
  }

  /**
   * Up to the word where the permuted state is less, the two are equal: only the rest is written.
   */
  private void improve(PermutedWord[] program, long[] state) {
    for (int w = 0; w < program.length; w++) {
      final long word = program[w].of(state);
      if (word == least[w]) continue;
      if (Long.compareUnsigned(word, least[w]) > 0) return;
      least[w] = word;
      for (int rest = w + 1; rest < program.length; rest++) least[rest] = program[rest].of(state);
      return;
    }
  }
}
