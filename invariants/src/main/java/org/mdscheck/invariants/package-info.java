/**
 * What must hold of the sessions: one class per property, and the catalogue of them. Uses the model
 * and {@code checker.spec}.
 */
package org.mdscheck.invariants;
