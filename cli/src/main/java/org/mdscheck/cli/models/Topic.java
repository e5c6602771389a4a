package org.mdscheck.cli.models;

import java.util.Locale;

/** What a library can list. */
public enum Topic {
  VARIANTS,
  HUNKS,
  PROPERTIES,
  SCENARIOS,
  ASSUMPTIONS,
  MUTANTS;

  /** The word for several of them: {@code variants}. */
  public String plural() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for one of them: {@code variant}. */
  public String singular() {
    return this == PROPERTIES ? "property" : plural().substring(0, plural().length() - 1);
  }
}
