package org.mdscheck.checker.symmetry;

/** Finds canonical representatives. Not thread-safe: one instance per worker. */
@FunctionalInterface
public interface Canonicaliser {
  /**
   * The canonical representative of the orbit of {@code state}: the same vector for every state of
   * the orbit, and one of them.
   *
   * @param state not modified
   * @return {@code state} itself or a buffer that is overwritten by the next call
   */
  long[] representative(long[] state);
}
