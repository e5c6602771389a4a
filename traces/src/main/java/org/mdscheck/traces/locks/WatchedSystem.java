package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.ForwardingSystem;
import org.mdscheck.checker.system.Property;

/**
 * A system with its facts: each that is seen is told, and for each that was named there is a
 * property which says that it is none.
 */
final class WatchedSystem extends ForwardingSystem {
  private final Watch watch;
  private final Consumer<Fact> told;
  private final Map<Fact, Integer> named = new HashMap<>();
  private final List<Property> properties;

  /**
   * @param told what is told each fact, by any thread, again and again; null for nobody
   * @param named those that become properties
   */
  WatchedSystem(Watch watch, Consumer<Fact> told, List<Fact> named) {
    super(watch.system);
    this.watch = watch;
    this.told = told;
    properties = new ArrayList<>(base.properties());
    final int[] actions = watch.actionsThatTell();
    for (Fact fact : named) {
      final int number = this.named.size();
      this.named.put(fact, number);
      properties.add(property(fact, number, actions));
    }
  }

  private static Property property(Fact fact, int number, int[] actions) {
    final List<Property.Clause> clauses =
        List.of(new Property.Clause("none", -1, WatchedExplorer.FIRST + number));
    return fact.isOfStep()
        ? new Property.StepInvariant(fact.name(), fact.meaning(), clauses, actions)
        : new Property.Invariant(fact.name(), fact.meaning(), clauses);
  }

  @Override
  public List<Property> properties() {
    return List.copyOf(properties);
  }

  @Override
  public Explorer newExplorer() {
    return new WatchedExplorer(base, watch, told, named);
  }
}
