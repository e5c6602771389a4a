/**
 * Oracles: what the engine says, said again by something plainer or by somebody else.
 *
 * <p>{@link org.mdscheck.checker.oracle.ReferenceChecker} is a model checker of one queue and one
 * map, {@link org.mdscheck.checker.oracle.Orbits} counts states up to renaming; {@code classic}
 * holds models whose states others have counted, {@code plain} some of them a second time, {@code
 * tree} the language a second time, and {@code random} makes specs to try all of it on.
 */
package org.mdscheck.checker.oracle;
