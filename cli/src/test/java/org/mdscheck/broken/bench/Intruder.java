package org.mdscheck.broken.bench;

/** Uses a package that {@code bench} must not know. */
public class Intruder {
  final org.mdscheck.broken.model.Intruder stranger = null;
}
