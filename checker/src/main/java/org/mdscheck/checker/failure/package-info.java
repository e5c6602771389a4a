/**
 * What can go wrong in a model, by name, and what the model does when only some of it can.
 *
 * <p>Entry points: {@link org.mdscheck.checker.failure.FailurePoint}, which finds the points, and
 * {@link org.mdscheck.checker.failure.RestrictedSystem}, a model without some of them. Uses {@code
 * checker.system} only.
 *
 * <p>Limits: a window that is closed keeps the others out only as long as the thread in it can go
 * on. Where it waits for a mutex they may act, so a run through a closed window is possible.
 */
package org.mdscheck.checker.failure;
