/**
 * States that are equal up to a permutation of interchangeable ids, and the one that stands for all
 * of them.
 *
 * <p>Entry point: {@link org.mdscheck.checker.symmetry.ScalarsetSymmetry}. Sees only {@code
 * system}.
 *
 * <p>Limits: all permutations are tried for each state, so the group has at most {@link
 * org.mdscheck.checker.symmetry.ScalarsetSymmetry#MAX_PERMUTATIONS} of them: seven threads, or four
 * threads, three sessions and three ranks.
 */
package org.mdscheck.checker.symmetry;
