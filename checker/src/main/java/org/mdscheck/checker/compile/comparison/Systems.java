package org.mdscheck.checker.compile.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/** Compares what two systems say of themselves. */
final class Systems {
  private Systems() {}

  /** The first thing that differs. */
  static Optional<String> difference(TransitionSystem expected, TransitionSystem actual) {
    final Map<String, Object> right = parts(expected);
    final Map<String, Object> found = parts(actual);
    for (Map.Entry<String, Object> part : right.entrySet()) {
      final Object other = found.get(part.getKey());
      if (!part.getValue().equals(other))
        return Optional.of(part.getKey() + ": expected " + part.getValue() + ", found " + other);
    }
    return Optional.empty();
  }

  private static Map<String, Object> parts(TransitionSystem system) {
    final Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("name", system.name());
    parts.put("hash", system.hash());
    parts.put("processes", system.layout().processes());
    parts.put("scalarsets", system.layout().scalarsets());
    parts.put("slots", system.layout().slots());
    parts.put("places of slots", placesOfSlots(system.layout()));
    parts.put("actions", system.actions());
    parts.put("checks", system.checks());
    parts.put("properties", system.properties().stream().map(Systems::comparable).toList());
    parts.put("tallies", system.tallies().stream().map(Systems::comparable).toList());
    parts.put("bound predicate", system.boundPredicate());
    parts.put("passes", system.passes());
    return parts;
  }

  private static List<String> placesOfSlots(StateLayout layout) {
    final List<String> places = new ArrayList<>();
    for (int slot = 0; slot < layout.slots().size(); slot++)
      places.add(layout.word(slot) + ":" + layout.shift(slot) + "&" + layout.mask(slot));
    return places;
  }

  /** With arrays as lists. */
  private static Object comparable(Property property) {
    if (!(property instanceof Property.StepInvariant s)) return property;
    return List.of(s.name(), s.meaning(), s.clauses(), Arrays.toString(s.actions()));
  }

  private static Object comparable(TransitionSystem.Tally tally) {
    return List.of(tally.name(), Arrays.toString(tally.actions()), tally.bucketNames());
  }
}
