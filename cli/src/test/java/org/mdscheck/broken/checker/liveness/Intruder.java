package org.mdscheck.broken.checker.liveness;

/** Uses a package that {@code checker.liveness} must not know. */
public class Intruder {
  final org.mdscheck.broken.model.Intruder stranger = null;
}
