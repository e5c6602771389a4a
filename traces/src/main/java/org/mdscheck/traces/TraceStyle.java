package org.mdscheck.traces;

/** How much a text tells of the steps of a trace. */
public enum TraceStyle {
  /** What each step changes. */
  DIFF,
  /** What each step changes, and every variable after it. */
  FULL,
  /** No steps: why, and how to reproduce it. */
  OFF
}
