/**
 * What locks do over all reachable steps: which is taken while which is held, which waits a lock
 * checker does not see, and which variables are touched by two threads at once.
 *
 * <p>Entry point: {@link org.mdscheck.traces.locks.LockStudy}. A first search finds what there is,
 * a second one a shortest run to each. Uses {@code checker.system} and {@code checker.result}.
 *
 * <p>Limits: a wait is known by its label, which calls a function of the kernel that waits. What a
 * step touches is read off the text of the model ({@link
 * org.mdscheck.checker.system.ActionFootprint}), so where an index is no local variable, two steps
 * may be said to touch the same element though they touch two.
 */
package org.mdscheck.traces.locks;
