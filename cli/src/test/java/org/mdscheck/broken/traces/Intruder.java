package org.mdscheck.broken.traces;

/** Uses a package that {@code traces} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.spec.Intruder stranger = null;
}
