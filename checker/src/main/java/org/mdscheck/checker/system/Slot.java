package org.mdscheck.checker.system;

import java.util.List;

/**
 * One variable of the state vector.
 *
 * <p>{@code family} and {@code coordinates} say where symmetry moves it: under a permutation the
 * slot's value goes to the slot of the same family whose coordinates are the permuted ones.
 *
 * @param index position in {@link StateLayout#slots()}
 * @param name unique, as a person reads it: {@code s_state[session1]}
 * @param domain the values it can hold
 * @param family the name with every scalarset id left out, equal for slots that symmetry may
 *     exchange
 * @param coordinates the scalarset ids that index it, outermost first; empty for a plain variable
 * @param kind what it is to a reader of traces
 * @param process the process whose label or local it is, an index into {@link
 *     StateLayout#processes()}; -1 for a shared variable
 */
public record Slot(
    int index,
    String name,
    Domain domain,
    String family,
    List<Coordinate> coordinates,
    Kind kind,
    int process) {

  /** One scalarset id in the index of a slot. */
  public record Coordinate(Scalarset of, int id) {}

  /** What a slot is to a reader of traces. */
  public enum Kind {
    /** A variable that any process may read. */
    SHARED,
    /** A lock; the domain is {@link Domain.Owner}. */
    MUTEX,
    /** A local variable of one process. */
    LOCAL,
    /** The label that a process takes next. */
    LABEL
  }

  public Slot {
    coordinates = List.copyOf(coordinates);
  }
}
