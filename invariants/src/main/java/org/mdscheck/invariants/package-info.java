/**
 * What must hold of the sessions: one class per property. Entry point: {@link
 * org.mdscheck.invariants.Catalogue}. Uses the model and {@code checker.spec}.
 *
 * <h2>Limits</h2>
 *
 * A run that ends in a fatal check never recovers, so a crash that cannot be avoided any more also
 * counts against the "can always" properties. Properties see no local variables: where one asks
 * whether a thread works on a session, a thread inside the function and any local pointer to the
 * session are taken for that.
 */
package org.mdscheck.invariants;
