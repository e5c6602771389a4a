package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
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
  private final List<Check> all = new ArrayList<>();
  private final MutableObjectIntMap<Check> numbers = ObjectIntMaps.mutable.empty();
  private final MutableObjectIntMap<Pool> pools = ObjectIntMaps.mutable.empty();

  Checks(Spec spec) {
    for (Ref.Variable v : spec.variables()) {
      if (v.pool() == null || pools.containsKey(v.pool())) continue;
      pools.put(
          v.pool(),
          number(
              new Check(
                  v.pool().property(),
                  "the " + v.pool().ids().name() + " used here is freed memory")));
    }
  }

  int number(Effect.Check check) {
    return number(new Check(check.property(), check.text()));
  }

  private int number(Check check) {
    return numbers.getIfAbsentPutWithKey(
        check,
        c -> {
          all.add(c);
          return all.size() - 1;
        });
  }

  ObjectIntMap<Pool> poolChecks() {
    return pools;
  }

  List<Check> all() {
    return List.copyOf(all);
  }
}
