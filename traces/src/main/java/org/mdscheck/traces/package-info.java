/**
 * A counterexample as text, JSON and pictures. Names come from the state layout.
 *
 * <p>Entry points: {@link org.mdscheck.traces.TextTrace} for text, {@link
 * org.mdscheck.traces.TraceJson} for files, {@link org.mdscheck.traces.TraceReplay} to run one
 * again, {@link org.mdscheck.traces.TraceLanes}, {@link org.mdscheck.traces.LockOrder} and {@link
 * org.mdscheck.traces.StateTransitions} for pictures and tables. Uses {@code checker.system},
 * {@code checker.result} and, to run a trace again, {@code checker.search}.
 *
 * <p>Limits: an arrow is drawn from the step that put an element into a shared queue to the step
 * that takes exactly that one out, whatever the queue stands for; equal elements count as sent in
 * their order. A mutex that a process waits for is found by freeing it, so one that waits for two
 * at a time is said to wait for neither.
 */
package org.mdscheck.traces;
