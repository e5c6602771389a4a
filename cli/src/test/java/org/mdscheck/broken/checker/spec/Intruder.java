package org.mdscheck.broken.checker.spec;

/** Uses a package that {@code checker.spec} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.compile.Intruder stranger = null;
}
