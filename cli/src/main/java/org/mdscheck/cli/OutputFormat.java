package org.mdscheck.cli;

/** How a command prints what was asked for. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
