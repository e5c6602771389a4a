package org.mdscheck.broken.checker.search;

/** Uses a package that {@code checker.search} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.compile.Intruder stranger = null;
}
