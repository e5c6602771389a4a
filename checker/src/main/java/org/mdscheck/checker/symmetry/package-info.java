/**
 * States that are equal up to a permutation of interchangeable ids, and the one that stands for all
 * of them.
 *
 * <p>Entry point: {@link org.mdscheck.checker.symmetry.ScalarsetSymmetry}. Sees only {@code
 * system}.
 *
 * <p>Limits: what takes time is ids that can neither be exchanged nor be told apart by what the
 * state says of them and of their relations. Of twelve ids of which each points to another and
 * back, 720 orders are left to try for a state, and for twice as many ids 479,001,600. The problem
 * is as hard as graph isomorphism; ids in a queue, in a list or in different places of a program
 * are easy.
 */
package org.mdscheck.checker.symmetry;
