package org.mdscheck.broken.checker.compile;

/** Uses a package that {@code checker.compile} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.search.Intruder stranger = null;
}
