package org.mdscheck.checker.compile.comparison;

/** A way in which a system can be wrong about one state, and what the comparison then says. */
enum SeededFault {
  INITIAL_STATE("initial states of counter: expected a state to "),
  STEP_MISSING("by action 0 (p, f: count) to [n=3"),
  STEP_TWICE("found a step"),
  WRONG_WORD("a step, asked"),
  WRONG_ACTION("by action"),
  WRONG_ORDER("found failed check 1"),
  WARNING_MISSING("expected warning 0"),
  WARNING_TWICE("found warning 0"),
  WARNING_FATAL("found failed check 0"),
  FAILURE_MISSING("expected failed check 1"),
  FAILURE_OF_ANOTHER_CHECK("found failed check 0"),
  FAILURE_AS_WARNING("found warning 1"),
  ERROR_MISSING("expected error step"),
  ERROR_WITH_ANOTHER_TEXT("found error wrong"),
  ERROR_OF_ANOTHER_ACTION("by action"),
  STEP_OF_PROCESS_MISSING("found other steps when asked by process: []"),
  MAY_STOP("may stop"),
  STATE_PREDICATE("state predicates, asked"),
  STATE_PREDICATE_REFUSED("wrong"),
  STEP_PREDICATE("expected a step, asked [true, "),
  STEP_PREDICATE_REFUSED("wrong"),
  TALLY("3]"),
  LOADED_ARRAY_KEPT("(words f)");

  final String symptom;

  SeededFault(String symptom) {
    this.symptom = symptom;
  }
}
