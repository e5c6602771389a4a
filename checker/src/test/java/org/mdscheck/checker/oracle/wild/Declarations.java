package org.mdscheck.checker.oracle.wild;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/** The scalarsets, families and shared variables of a wild spec. */
final class Declarations {
  /** The property that a use of a freed object violates. */
  static final String USE_AFTER_FREE = "use-after-free";

  private static final int MAX_SLOTS = 40;

  /** A family of processes: one, or one for each id. Its main program calls {@link #entry}. */
  record Family(String name, Scalarset members) {
    String main() {
      return name + "_main";
    }

    String entry() {
      return name + "_enter";
    }
  }

  final List<Scalarset> sets = new ArrayList<>();
  final List<Family> families = new ArrayList<>();
  final List<Ref> variables = new ArrayList<>();
  final List<String> lockClasses = new ArrayList<>();
  final Ref budget;
  final Ref count;
  final WildTypes types;
  private final Dice dice;
  private final Spec.Builder spec;

  Declarations(Spec.Builder spec, Dice dice) {
    this.spec = spec;
    this.dice = dice;
    sets.add(spec.scalarset("id", dice.between(1, 3), dice.percent(60)));
    if (dice.percent(60)) sets.add(spec.scalarset("rank", dice.between(1, 3), false));
    if (dice.percent(5)) sets.add(spec.scalarset("bit", 31, false));
    types = new WildTypes(dice, sets);
    families.add(new Family("worker", sets.get(0)));
    if (dice.percent(50)) families.add(new Family("server", null));
    if (dice.percent(20)) families.add(new Family("helper", sets.get(0)));
    budget = add(spec.variable("budget", Type.range(0, 2), 2));
    count = add(spec.variable("count", Type.range(0, 3)));
    for (int i = dice.between(2, 6); i > 0; i--) declare("v" + i, types.any());
    if (dice.percent(15)) declare("wide", types.wide());
    if (dice.percent(35)) declarePool();
    for (int i = dice.between(1, 3); i > 0; i--) declareMutexes("lock" + i);
  }

  private Ref add(Ref variable) {
    variables.add(variable);
    return variable;
  }

  private void declare(String name, Type type) {
    Type small = type.slots() <= MAX_SLOTS ? type : types.scalar();
    Object initial = initial(small);
    add(initial == null ? spec.variable(name, small) : spec.variable(name, small, initial));
  }

  /** Sometimes a literal for what every scalar of an array starts with. */
  private Object initial(Type type) {
    Type scalar = type;
    while (scalar instanceof Type.Array array) scalar = array.element();
    if (!(scalar instanceof Type.Scalar s) || dice.percent(60)) return null;
    if (s.domain() instanceof Domain.Bool) return dice.percent(50);
    if (s.domain() instanceof Domain.Range range)
      return range.low() + dice.below((int) Math.min(range.size(), 4));
    return null;
  }

  private void declarePool() {
    Pool pool = new Pool(sets.get(0), USE_AFTER_FREE, "refs");
    add(spec.variable("refs", pool, Type.range(0, 2)));
    Type element = types.any();
    add(spec.variable("object", pool, element.slots() <= 9 ? element : types.scalar()));
  }

  private void declareMutexes(String name) {
    String lockClass = dice.percent(70) || lockClasses.isEmpty() ? name : lockClasses.get(0);
    Type type = types.mutexes(lockClass);
    if (type.slots() > MAX_SLOTS) type = Type.mutex(lockClass);
    lockClasses.add(lockClass);
    add(spec.variable(name, type));
  }
}
