package org.mdscheck.broken.checker.system;

/** Uses a package that {@code checker.system} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.store.Intruder stranger = null;
}
