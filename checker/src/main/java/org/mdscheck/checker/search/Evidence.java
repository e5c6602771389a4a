package org.mdscheck.checker.search;

import java.util.Arrays;

/**
 * What is known of the properties so far, by all workers: written between two scans, read during
 * them.
 *
 * <p>A property that was violated at an earlier level is not tested any more: a shorter
 * counterexample there cannot be.
 */
final class Evidence {
  private final PropertyTable table;
  private final Violation[] violations; // one more than there are properties: faults of the spec
  private final boolean[] premiseSeen; // by clause
  private final int[] coverDepth; // by cover; -1 if not reached

  Evidence(PropertyTable table) {
    this.table = table;
    violations = new Violation[table.properties.size() + 1];
    premiseSeen = new boolean[table.clauses.size()];
    coverDepth = new int[table.covers.length];
    Arrays.fill(coverDepth, -1);
  }

  /** Where {@link Findings} and {@link #violation} keep faults of the spec. */
  int specError() {
    return table.properties.size();
  }

  boolean isOpen(int property) {
    return violations[property] == null;
  }

  boolean isCovered(int cover) {
    return coverDepth[cover] >= 0;
  }

  boolean isPremiseSeen(int clause) {
    return premiseSeen[clause];
  }

  int coverDepth(int cover) {
    return coverDepth[cover];
  }

  /** Null if there is none. */
  Violation violation(int property) {
    return violations[property];
  }

  boolean hasViolation() {
    for (int p = 0; p < specError(); p++) {
      if (violations[p] != null) return true;
    }
    return false;
  }

  void sawPremise(int clause) {
    premiseSeen[clause] = true;
  }

  void covered(int cover, int depth) {
    if (coverDepth[cover] < 0) coverDepth[cover] = depth;
  }

  /** Takes over the least violations of one level. */
  void add(Findings findings, int depth) {
    for (int p = 0; p < violations.length; p++) {
      if (isOpen(p) && findings.has(p)) {
        violations[p] = new Violation(p, findings.clause(p), depth, findings.state(p));
      }
    }
  }
}
