/**
 * A counterexample as text, JSON and pictures. Names come from the state layout.
 *
 * <p>Entry points: {@link org.mdscheck.traces.TextTrace}. Uses {@code checker.system}, {@code
 * checker.result} and, to run a trace again, {@code checker.search}.
 */
package org.mdscheck.traces;
