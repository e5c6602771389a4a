package org.mdscheck.checker.mutation;

/** What kind of slip a mutant is. */
public enum MutationOperator {
  LOCK("a mutex is not taken, and not given back"),
  UNLOCK("a mutex is kept where it is given back and taken again"),
  SWAP("two steps that follow each other change places"),
  SKIP("an assignment, a reference, or a call is left out"),
  CHECK("a condition is not looked at"),
  COMPARE("a comparison, or a part of a condition, is weaker or stronger");

  private final String meaning;

  MutationOperator(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
