/**
 * What a search found out: verdicts, counterexamples, statistics, and the events of its progress.
 * Immutable data.
 *
 * <p>Entry point: {@link org.mdscheck.checker.result.CheckResult}. Sees only {@code system}. What
 * depends on timing or on the number of workers is kept in {@link
 * org.mdscheck.checker.result.Effort}; everything else is the same in every run.
 */
package org.mdscheck.checker.result;
