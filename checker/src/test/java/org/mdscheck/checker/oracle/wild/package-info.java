/**
 * Random specs of anything that the language has, whether or not it makes sense: steps may be
 * faulty, predicates may have no value. For comparing two ways to take the same steps; {@code
 * random} makes tame ones.
 *
 * <p>Entry points: {@link org.mdscheck.checker.oracle.wild.WildSpec}, and {@link
 * org.mdscheck.checker.oracle.wild.Kinds}, which counts what occurs in specs.
 */
package org.mdscheck.checker.oracle.wild;
