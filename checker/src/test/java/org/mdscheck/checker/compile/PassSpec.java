package org.mdscheck.checker.compile;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.oracle.random.SharingSpec;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * A random spec with a random choice of its properties: of the general kind, or of the kind in
 * which processes mostly mind their own business, with properties of recovery and some waste.
 */
record PassSpec(long seed, Spec spec, boolean isSymmetric, Set<String> properties) {
  static PassSpec of(long seed) {
    Random random = new Random(seed);
    if (random.nextInt(3) == 0) {
      RandomSpec any = RandomSpec.of(seed);
      Set<String> some = new TreeSet<>();
      for (Property p : any.spec().properties()) if (random.nextInt(3) == 0) some.add(p.name());
      return new PassSpec(seed, any.spec(), any.isSymmetric(), some);
    }
    SharingSpec sharing = SharingSpec.of(seed);
    Set<String> some = new TreeSet<>(sharing.selected());
    if (random.nextBoolean()) some.add("recovery");
    Spec spec = withRecovery(sharing.spec());
    return new PassSpec(
        seed, random.nextInt(3) == 0 ? withWaste(spec, random) : spec, sharing.isSymmetric(), some);
  }

  /** Adds a process that works on variables which nobody looks at, or whose work goes nowhere. */
  private static Spec withWaste(Spec spec, Random random) {
    Ref.Variable wasted = new Ref.Variable("wasted", Type.range(0, 1), null, null);
    Ref.Variable copy = new Ref.Variable("copy", Type.array(0, 1, Type.range(0, 2)), null, null);
    Ref.Variable never = new Ref.Variable("never", Type.bool(), null, null);
    Ref shared = variable(spec, "shared");
    Effect read = random.nextBoolean() ? assign(wasted, shared) : assign(wasted, 1);
    Effect write = random.nextInt(4) == 0 ? assign(shared, copy.at(0)) : assign(copy.at(1), 2);
    Program waste =
        program("waste")
            .step("read", read, when(wasted.is(1), assign(copy.at(0), wasted)))
            .either(
                block().step("write", write),
                block().await("never", never, assign(shared, 0)),
                block().step("forget", assign(wasted, 0)))
            .end();
    List<Ref.Variable> variables = new ArrayList<>(spec.variables());
    variables.addAll(List.of(wasted, copy, never));
    List<Spec.ProcessFamily> processes = new ArrayList<>(spec.processes());
    processes.add(new Spec.ProcessFamily("waste", null, null, waste));
    return new Spec(
        spec.name(),
        spec.scalarsets(),
        variables,
        processes,
        spec.properties(),
        spec.tallies(),
        spec.limits());
  }

  private static Spec withRecovery(Spec spec) {
    Ref guarded = variable(spec, "guarded");
    Ref shared = variable(spec, "shared");
    List<Property> properties = new ArrayList<>(spec.properties());
    properties.add(
        new Property.Recovery(
            "recovery",
            "",
            List.of(
                Property.clause("guarded", guarded.is(0)),
                Property.clause("shared", guarded.isMore(0), shared.is(1)))));
    return new Spec(
        spec.name(),
        spec.scalarsets(),
        spec.variables(),
        spec.processes(),
        properties,
        spec.tallies(),
        spec.limits());
  }

  private static Ref variable(Spec spec, String name) {
    return spec.variables().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
