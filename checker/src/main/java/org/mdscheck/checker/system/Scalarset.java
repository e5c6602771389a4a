package org.mdscheck.checker.system;

/**
 * A set of ids (client threads, session objects), in the sense of Ip and Dill, Better Verification
 * Through Symmetry, FMSD 9, 1996.
 *
 * @param name what one member is called, for instance {@code session}
 * @param size number of ids, at least 1 and at most 31; ids are {@code 0 .. size-1}
 * @param symmetric whether the ids are interchangeable; if not, the set is a plain range and
 *     symmetry leaves it alone
 */
public record Scalarset(String name, int size, boolean symmetric) {
  /** The largest size: a set over a scalarset is one non-negative int of bits. */
  public static final int MAX_SIZE = 31;

  public Scalarset {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "scalarset " + name + " has " + size + " ids: give it 1 to " + MAX_SIZE);
    }
  }
}
