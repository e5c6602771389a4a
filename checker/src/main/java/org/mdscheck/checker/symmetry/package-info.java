/**
 * States that are equal up to a permutation of interchangeable ids, and the one that stands for all
 * of them.
 *
 * <p>Entry point: {@link org.mdscheck.checker.symmetry.Symmetry}. Sees only {@code system}.
 */
package org.mdscheck.checker.symmetry;
