package org.mdscheck.cli.report;

import org.mdscheck.checker.result.Verdict;

/** Colours of a terminal, or none. */
public enum Paint {
  PLAIN,
  COLOURED;

  private static final String RESET = "\033[0m";

  /** The name of a verdict, in its colour. Only the letters are coloured, so columns stay. */
  public String verdict(Verdict verdict) {
    return text(verdict.name(), verdict);
  }

  /** Another word, in the colour of a verdict. */
  public String text(String word, Verdict verdict) {
    return this == PLAIN ? word : code(verdict) + word + RESET;
  }

  private static String code(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "\033[32m";
      case VIOLATED, ERROR -> "\033[31m";
      case INCOMPLETE -> "\033[33m";
    };
  }
}
