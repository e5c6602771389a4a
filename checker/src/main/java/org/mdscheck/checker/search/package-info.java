/**
 * The search: every reachable state once, level by level, with any number of workers and one
 * outcome.
 *
 * <p>Entry point: {@link org.mdscheck.checker.search.Search}. Sees {@code system}, {@code store},
 * {@code symmetry} and {@code result}. The order of a run is {@link
 * org.mdscheck.checker.search.Search}'s: breadth-first search, recovery properties,
 * counterexamples. All three visit the states of the store level by level with a visitor per worker
 * ({@code Crew}); none keeps an edge: steps are found again by expanding.
 *
 * <p>Limits: a limit of memory or time, or a cancellation, ends the search wherever it is, so the
 * counts and which violations are known then differ between runs; every other outcome is a function
 * of system and options. The counterexamples of violations found so far are still rebuilt after
 * such a limit, which takes at most as long again as the search took; an interrupt ends that too.
 *
 * <p>A run checks at most 64 clauses of recovery properties. Whether a system is symmetric is tried
 * on about two thousand states, half of them near the initial ones and half spread over all levels:
 * a system that differs only elsewhere is not found out.
 */
package org.mdscheck.checker.search;
