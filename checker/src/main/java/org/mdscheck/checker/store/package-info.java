/**
 * The exact set of visited states, kept in full, without an object per state and within a budget of
 * bytes.
 *
 * <p>Entry point: {@link org.mdscheck.checker.store.StateStore}. Sees only plain {@code long[]}
 * vectors.
 *
 * <p>Limits: a shard's table has at most 2<sup>30</sup> entries, so a store ends at about 200
 * thousand million states.
 */
package org.mdscheck.checker.store;
