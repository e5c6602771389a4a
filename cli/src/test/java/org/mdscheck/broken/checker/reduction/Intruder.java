package org.mdscheck.broken.checker.reduction;

/** Uses a package that {@code checker.reduction} must not know. */
public class Intruder {
  final org.mdscheck.broken.checker.spec.Intruder stranger = null;
}
