/**
 * What the engine knows of a model: state vectors packed into {@code long[]}, numbered actions,
 * predicates by number.
 *
 * <p>Entry point: {@link org.mdscheck.checker.system.TransitionSystem}. Uses nothing else of ours.
 * Everything that the engine needs to say about a model to a person (names of slots, values,
 * actions) is here as data.
 */
package org.mdscheck.checker.system;
