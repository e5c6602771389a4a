package org.mdscheck.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.store.StateMarks;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** The properties to check, laid out for the hot loop: flat arrays instead of a tree. Immutable. */
final class PropertyTable {
  /**
   * A clause of a property.
   *
   * @param id number of the clause among all of them
   * @param property index into {@link #properties}
   * @param clause index into the clauses of that property
   * @param premise predicate; -1 is "always"
   * @param conclusion predicate
   */
  record Clause(int id, int property, int clause, int premise, int conclusion) {}

  /** A predicate that is to be true somewhere. */
  record Cover(int property, int predicate) {}

  private static final Clause[] NO_CLAUSES = {};

  final List<Property> properties;
  final Clause[] invariants;
  final Clause[] recoveries;
  final Cover[] covers;

  /** By action. */
  final Clause[][] stepInvariants;

  /** By check: the property that it belongs to; -1 if that one is not selected. */
  final int[] propertyOfCheck;

  /** The properties that want no stuck state. */
  final int[] stuck;

  /** All clauses, by id. */
  final List<Clause> clauses;

  /**
   * @param selected names; empty for all properties
   * @throws IllegalArgumentException if a name is unknown, a check belongs to no property, or there
   *     are too many recovery clauses
   */
  PropertyTable(TransitionSystem system, Set<String> selected) {
    refuseUnknown(system, selected);
    properties =
        system.properties().stream()
            .filter(p -> selected.isEmpty() || selected.contains(p.name()))
            .toList();
    final List<Clause> all = new ArrayList<>();
    final List<Clause> invariantList = new ArrayList<>();
    final List<Clause> recoveryList = new ArrayList<>();
    final List<Cover> coverList = new ArrayList<>();
    final List<Integer> stuckList = new ArrayList<>();
    stepInvariants = new Clause[system.actions().size()][];
    Arrays.fill(stepInvariants, NO_CLAUSES);
    for (int p = 0; p < properties.size(); p++) {
      final Property property = properties.get(p);
      if (property instanceof Property.Invariant i) {
        invariantList.addAll(addClauses(p, i.clauses(), all));
      } else if (property instanceof Property.Recovery r) {
        recoveryList.addAll(addClauses(p, r.clauses(), all));
      } else if (property instanceof Property.StepInvariant s) {
        final List<Clause> stepList = addClauses(p, s.clauses(), all);
        for (int action : s.actions())
          stepInvariants[action] = joined(stepInvariants[action], stepList);
      } else if (property instanceof Property.Cover c) {
        coverList.add(new Cover(p, c.predicate()));
      } else if (property instanceof Property.NoStuckState) {
        stuckList.add(p);
      }
    }
    clauses = List.copyOf(all);
    invariants = invariantList.toArray(NO_CLAUSES);
    recoveries = recoveryList.toArray(NO_CLAUSES);
    if (recoveries.length > StateMarks.MAX_WIDTH) {
      throw new IllegalArgumentException(
          recoveries.length
              + " clauses of recovery properties are more than "
              + StateMarks.MAX_WIDTH
              + ": select some of the properties");
    }
    covers = coverList.toArray(new Cover[0]);
    stuck = stuckList.stream().mapToInt(Integer::intValue).toArray();
    propertyOfCheck = system.checks().stream().mapToInt(c -> propertyOf(system, c)).toArray();
  }

  /** The clauses of a property; none for a kind that has none. */
  static List<Property.Clause> clausesOf(Property property) {
    if (property instanceof Property.Invariant i) return i.clauses();
    if (property instanceof Property.Recovery r) return r.clauses();
    if (property instanceof Property.StepInvariant s) return s.clauses();
    return List.of();
  }

  private static List<Clause> addClauses(
      int property, List<Property.Clause> clauses, List<Clause> all) {
    final int first = all.size();
    for (int i = 0; i < clauses.size(); i++) {
      final Property.Clause clause = clauses.get(i);
      all.add(new Clause(first + i, property, i, clause.premise(), clause.conclusion()));
    }
    return List.copyOf(all.subList(first, all.size()));
  }

  private static Clause[] joined(Clause[] some, List<Clause> more) {
    final Clause[] all = Arrays.copyOf(some, some.length + more.size());
    for (int i = 0; i < more.size(); i++) all[some.length + i] = more.get(i);
    return all;
  }

  private int propertyOf(TransitionSystem system, TransitionSystem.Check check) {
    for (int p = 0; p < properties.size(); p++) {
      if (properties.get(p) instanceof Property.Checked c && c.name().equals(check.property()))
        return p;
    }
    for (Property property : system.properties()) {
      if (property instanceof Property.Checked && property.name().equals(check.property()))
        return -1;
    }
    throw new IllegalArgumentException(
        "check \""
            + check.text()
            + "\" belongs to property "
            + check.property()
            + ", which "
            + system.name()
            + " does not have: add it as a checked property");
  }

  private static void refuseUnknown(TransitionSystem system, Set<String> selected) {
    final Set<String> unknown = new HashSet<>(selected);
    system.properties().forEach(p -> unknown.remove(p.name()));
    if (!unknown.isEmpty()) {
      final List<String> known = system.properties().stream().map(Property::name).toList();
      throw new IllegalArgumentException(
          system.name()
              + " has no property "
              + String.join(", ", unknown.stream().sorted().toList())
              + ": choose from "
              + String.join(", ", known));
    }
  }
}
