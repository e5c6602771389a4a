/**
 * What must hold of the sessions: one class per property. Entry point: {@link
 * org.mdscheck.invariants.Catalogue}. Uses the model and {@code checker.spec}.
 */
package org.mdscheck.invariants;
