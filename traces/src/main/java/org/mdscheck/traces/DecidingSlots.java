package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Which variables a violated clause turns on: those of which another value alone would make the
 * clause true. Found by trying, so it needs nothing but the predicate; a clause that is violated
 * twice over turns on no single variable. Local variables count only if no shared one does.
 *
 * @param slots in the order of the layout
 */
record DecidingSlots(List<Slot> slots) {
  /** A slot of a larger domain is not tried. */
  private static final int MOST_VALUES = 64;

  /** The variables that the end of a trace turns on; none where it is a step that is wrong. */
  static DecidingSlots of(TransitionSystem system, Trace trace) {
    final StateVector last = trace.stateBefore(trace.depth());
    final Optional<Property.Clause> clause = clause(system, trace);
    if (last == null || clause.isEmpty()) return new DecidingSlots(List.of());
    final Explorer explorer = system.newExplorer();
    final List<Slot> deciding = new ArrayList<>();
    for (Slot slot : system.layout().slots()) {
      if (slot.kind() == Slot.Kind.LABEL) continue; // where processes stand is told anyway
      if (decides(system, explorer, clause.get(), last, slot)) deciding.add(slot);
    }
    final List<Slot> shared =
        deciding.stream().filter(slot -> slot.kind() != Slot.Kind.LOCAL).toList();
    return new DecidingSlots(shared.isEmpty() ? deciding : shared);
  }

  /** For each scalarset of which they name just one id: that id, such as {@code session0}. */
  List<String> ids() {
    final SortedMap<String, SortedSet<Integer>> named = new TreeMap<>();
    for (Slot slot : slots) {
      for (Slot.Coordinate at : slot.coordinates())
        named.computeIfAbsent(at.of().name(), name -> new TreeSet<>()).add(at.id());
    }
    return named.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .map(entry -> entry.getKey() + entry.getValue().first())
        .toList();
  }

  private static Optional<Property.Clause> clause(TransitionSystem system, Trace trace) {
    return system.properties().stream()
        .filter(property -> property.name().equals(trace.property()))
        .flatMap(property -> stateClauses(property).stream())
        .filter(clause -> clause.name().equals(trace.clause()))
        .findFirst();
  }

  private static List<Property.Clause> stateClauses(Property property) {
    if (property instanceof Property.Invariant invariant) return invariant.clauses();
    if (property instanceof Property.Recovery recovery) return recovery.clauses();
    return List.of();
  }

  private static boolean decides(
      TransitionSystem system,
      Explorer explorer,
      Property.Clause clause,
      StateVector state,
      Slot slot) {
    final Domain domain = slot.domain();
    if (domain.size() > MOST_VALUES) return false;
    final int actual = state.get(system.layout(), slot.index());
    for (int code = 0; code < domain.size(); code++) {
      if (code == actual) continue;
      explorer.load(Standing.with(system, state, slot.index(), code));
      if (isTrue(explorer, clause)) return true;
    }
    return false;
  }

  /** A clause that has no value in the state, which no run may reach, is not true there. */
  private static boolean isTrue(Explorer explorer, Property.Clause clause) {
    try {
      return clause.premise() >= 0 && !explorer.test(clause.premise())
          || explorer.test(clause.conclusion());
    } catch (RuntimeException hasNoValue) {
      return false;
    }
  }
}
