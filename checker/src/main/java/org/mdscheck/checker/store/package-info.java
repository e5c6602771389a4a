/**
 * The exact set of visited states, without an object per state and within a budget of bytes.
 *
 * <p>Entry point: {@link org.mdscheck.checker.store.StateStore}. Sees only plain {@code long[]}
 * vectors.
 *
 * <p>Limits: the table of a shard is one array, so a store ends at about 80 thousand million
 * states; a part of a wider state can take at most 2<sup>30</sup> values. Both are reported as a
 * budget that is used up.
 */
package org.mdscheck.checker.store;
