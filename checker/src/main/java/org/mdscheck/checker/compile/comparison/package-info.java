/**
 * Two systems made from one spec in different ways, asked the same questions: the interpreter,
 * which says what the language means, and another that should do the same faster.
 *
 * <p>Entry points: {@link org.mdscheck.checker.compile.comparison.StepComparison} compares two
 * systems state by state; {@link org.mdscheck.checker.compile.comparison.ComparedSystem} lets a
 * search do it. May use {@code spec} and {@code system}.
 */
package org.mdscheck.checker.compile.comparison;
