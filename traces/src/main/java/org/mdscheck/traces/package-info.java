/**
 * A counterexample as text, JSON and pictures. Names come from the state layout; uses {@code
 * checker.system} and {@code checker.result}.
 */
package org.mdscheck.traces;
