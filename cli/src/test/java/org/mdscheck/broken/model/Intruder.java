package org.mdscheck.broken.model;

/** Uses a package that {@code model} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.compile.Intruder stranger = null;
}
