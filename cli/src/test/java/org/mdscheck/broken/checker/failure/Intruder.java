package org.mdscheck.broken.checker.failure;

/** Uses a package that {@code checker.failure} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.spec.Intruder stranger = null;
}
