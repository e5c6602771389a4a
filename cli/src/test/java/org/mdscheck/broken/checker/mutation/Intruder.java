package org.mdscheck.broken.checker.mutation;

/** Uses a package that {@code checker.mutation} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.search.Intruder stranger = null;
}
