package org.mdscheck.broken.invariants;

/** Uses a package that {@code invariants} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.result.Intruder stranger = null;
}
