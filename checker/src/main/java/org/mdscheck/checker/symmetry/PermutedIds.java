package org.mdscheck.checker.symmetry;

import java.util.List;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/** The ids that symmetry permutes, numbered through, and where a layout speaks of them. */
final class PermutedIds {
  private final List<Scalarset> sets;
  private final List<StateLayout.Process> processes;

  PermutedIds(StateLayout layout) {
    sets = layout.scalarsets().stream().filter(s -> s.symmetric() && s.size() > 1).toList();
    processes = layout.processes();
  }

  /** The scalarsets, each with at least two ids. */
  List<Scalarset> sets() {
    return sets;
  }

  /** Number of ids of all scalarsets. */
  int count() {
    return sets.stream().mapToInt(Scalarset::size).sum();
  }

  /** The number of the first id of a scalarset; the others follow. */
  int first(Scalarset of) {
    int first = 0;
    for (Scalarset set : sets.subList(0, sets.indexOf(of))) first += set.size();
    return first;
  }

  boolean contain(Slot.Coordinate coordinate) {
    return sets.contains(coordinate.of());
  }

  /** The number of an id. */
  int number(Slot.Coordinate coordinate) {
    return first(coordinate.of()) + coordinate.id();
  }

  /** Whether codes of a domain name them. */
  boolean areIn(Domain domain) {
    if (domain instanceof Domain.Id id) return sets.contains(id.of());
    if (domain instanceof Domain.SetOf set) return sets.contains(set.of());
    return domain instanceof Domain.Owner && processes.stream().anyMatch(this::isMember);
  }

  /** Whether a process belongs to one of them. */
  boolean isMember(StateLayout.Process process) {
    return process.member() != null && contain(process.member());
  }

  /** The same for processes that can be exchanged, another for others; below their number. */
  int kindOf(StateLayout.Process process) {
    for (int p = 0; p < processes.size(); p++) {
      if (areOfOneKind(processes.get(p), process)) return p;
    }
    throw new IllegalArgumentException(process + " is not of this layout");
  }

  private boolean areOfOneKind(StateLayout.Process one, StateLayout.Process other) {
    return one.equals(other)
        || one.family().equals(other.family())
            && isMember(one)
            && isMember(other)
            && one.member().of().equals(other.member().of());
  }
}
