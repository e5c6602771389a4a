package org.mdscheck.checker.symmetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What the predicates say of one state.
 *
 * @param isExpanded whether the state is within the bound of the model
 * @param values of each predicate, by what it belongs to
 */
record StateFacts(boolean isExpanded, Map<String, Boolean> values) {
  /** Loads the state. */
  static StateFacts of(
      TransitionSystem system, List<Property> properties, Explorer explorer, long[] state) {
    explorer.load(state);
    final Map<String, Boolean> values = new LinkedHashMap<>();
    final int bound = system.boundPredicate();
    final boolean isExpanded = bound < 0 || explorer.test(bound);
    values.put("the bound", isExpanded);
    for (Property property : properties) {
      if (property instanceof Property.Invariant i)
        addClauses(property, i.clauses(), explorer, values);
      if (property instanceof Property.Recovery r)
        addClauses(property, r.clauses(), explorer, values);
      if (property instanceof Property.Cover c)
        values.put("property " + c.name(), explorer.test(c.predicate()));
    }
    values.put("the rule when the system may stop", explorer.mayStop());
    return new StateFacts(isExpanded, values);
  }

  /** What has another value there. */
  Optional<String> difference(StateFacts other) {
    return values.entrySet().stream()
        .filter(e -> !e.getValue().equals(other.values.get(e.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void addClauses(
      Property property,
      List<Property.Clause> clauses,
      Explorer explorer,
      Map<String, Boolean> values) {
    for (Property.Clause clause : clauses) {
      final String name = "property " + property.name() + " (" + clause.name() + ")";
      values.put(name, clause.premise() < 0 || explorer.test(clause.premise()));
      // The conclusion matters, and may make sense, only where the premise is true.
      if (values.get(name)) values.put(name + " with premise", explorer.test(clause.conclusion()));
    }
  }
}
