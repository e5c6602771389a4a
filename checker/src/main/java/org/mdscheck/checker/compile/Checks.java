package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.map.primitive.ObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem.Check;

/**
 * Numbers the checks inside steps: one for each pool, then one for each property and text, in the
 * order of elaboration.
 */
final class Checks {
  /** What tells two checks apart. */
  private record Name(String property, String text) {}

  private final List<Name> names = new ArrayList<>();
  private final MutableObjectIntMap<Name> numbers = ObjectIntMaps.mutable.empty();
  private final MutableObjectIntMap<Pool> pools = ObjectIntMaps.mutable.empty();

  Checks(Spec spec) {
    for (Ref.Variable v : spec.variables()) {
      if (v.pool() == null || pools.containsKey(v.pool())) continue;
      pools.put(v.pool(), number(new Name(v.pool().property(), freed(v.pool()))));
    }
  }

  /** The text of the check that a use of an object of the pool makes. */
  static String freed(Pool pool) {
    return "the " + pool.ids().name() + " used here is freed memory";
  }

  int number(Effect.Check check) {
    return number(new Name(check.property(), check.text()));
  }

  private int number(Name name) {
    return numbers.getIfAbsentPutWithKey(
        name,
        n -> {
          names.add(n);
          return names.size() - 1;
        });
  }

  ObjectIntMap<Pool> poolChecks() {
    return pools;
  }

  /** All of them, with the edges that make them; any edge may use the object of a pool. */
  List<Check> all(List<Cfg.Edge> edges) {
    List<Set<Integer>> madeBy = new ArrayList<>();
    for (Cfg.Edge edge : edges) {
      Set<Integer> made = new TreeSet<>();
      pools.forEachValue(made::add);
      collect(edge.effects(), made);
      for (Cfg.Target.Past past : Cfg.Target.passed(edge.target())) collect(past.effects(), made);
      madeBy.add(made);
    }
    List<Check> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int check = i;
      List<Integer> actions =
          edges.stream().map(Cfg.Edge::action).filter(a -> madeBy.get(a).contains(check)).toList();
      all.add(new Check(names.get(i).property(), names.get(i).text(), actions));
    }
    return all;
  }

  private void collect(List<Effect> effects, Set<Integer> made) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Check check) {
        made.add(number(check));
      } else if (effect instanceof Effect.When when) {
        collect(when.then(), made);
        collect(when.otherwise(), made);
      } else if (effect instanceof Effect.ForEach each) {
        collect(each.body(), made);
      }
    }
  }
}
