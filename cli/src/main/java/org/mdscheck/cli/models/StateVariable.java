package org.mdscheck.cli.models;

/**
 * The variable whose changes are drawn as a state machine.
 *
 * @param tally name of the tally that records them; its buckets, but for the first, are called
 *     {@code A -> B}
 * @param initial the value at the beginning
 */
public record StateVariable(String tally, String initial) {}
