/**
 * Models from the literature, written in the specification language, each with the number of states
 * that others have counted.
 *
 * <p>One class per model; {@code spec} builds it for given parameters. Properties are those of the
 * source.
 */
package org.mdscheck.checker.oracle.classic;
