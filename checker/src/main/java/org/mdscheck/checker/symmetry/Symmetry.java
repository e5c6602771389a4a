package org.mdscheck.checker.symmetry;

/** Which states count as equal. Immutable, thread-safe. */
public interface Symmetry {
  /** A canonicaliser for one thread. */
  Canonicaliser newCanonicaliser();

  /** Number of permutations under which states count as equal, 1 or more. */
  int permutationCount();

  /** One phrase for reports: the scalarsets whose ids are interchanged. */
  String description();

  /** Every state stands for itself. */
  static Symmetry none() {
    return new Symmetry() {
      @Override
      public Canonicaliser newCanonicaliser() {
        return state -> state;
      }

      @Override
      public int permutationCount() {
        return 1;
      }

      @Override
      public String description() {
        return "none";
      }
    };
  }
}
