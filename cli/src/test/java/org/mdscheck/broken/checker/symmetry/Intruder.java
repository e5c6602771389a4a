package org.mdscheck.broken.checker.symmetry;

/** Uses a package that {@code checker.symmetry} must not know. */
public class Intruder {
  final org.mdscheck.broken.traces.Intruder stranger = null;
}
