/**
 * Small specs made from a seed: every construct of the language, most of them meaningless, nearly
 * all of them legal.
 *
 * <p>Entry point: {@link org.mdscheck.checker.oracle.random.RandomSpec}.
 */
package org.mdscheck.checker.oracle.random;
