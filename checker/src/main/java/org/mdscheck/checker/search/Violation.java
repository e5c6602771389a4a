package org.mdscheck.checker.search;

/**
 * The least of the shallowest violations of a property.
 *
 * @param property index into the table's properties; one more than the last is a fault of the spec
 * @param clause index of the clause or of the check
 * @param depth of the state
 * @param state the representative in the store, that is false or from which the false step starts;
 *     owned by the violation
 */
record Violation(int property, int clause, int depth, long[] state) {}
