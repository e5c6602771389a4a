package org.mdscheck.broken.checker.result;

/** Uses a package that {@code checker.result} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.spec.Intruder stranger = null;
}
