/**
 * Two systems made from one spec in different ways, asked the same questions: the interpreter,
 * which says what the language means, and another that should do the same faster.
 *
 * <p>Entry points: {@link org.mdscheck.checker.compile.comparison.SystemComparison} compares two
 * systems near their initial states and along random walks, {@link
 * org.mdscheck.checker.compile.comparison.StepComparison} in one state, and {@link
 * org.mdscheck.checker.compile.comparison.ComparedSystem} lets a search do it in every state that
 * it expands. May use {@code spec}, {@code system} and {@code compile}.
 */
package org.mdscheck.checker.compile.comparison;
