package org.mdscheck.checker.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Spec;

/**
 * Which passes to apply, and for which properties: a pass may keep no others. Immutable.
 *
 * @param on the passes, applied in the order of {@link Pass}
 * @param properties names of the properties to keep; empty for all
 */
public record Passes(Set<Pass> on, Set<String> properties) {
  public Passes {
    on = Set.copyOf(on);
    properties = Set.copyOf(properties);
  }

  /** The spec as it is drawn. */
  public static Passes none() {
    return new Passes(Set.of(), Set.of());
  }

  /** The passes, for all properties. */
  public static Passes of(Pass... passes) {
    return new Passes(Set.of(passes), Set.of());
  }

  /** The same passes for these properties only; none named: for all. */
  public Passes forProperties(Set<String> names) {
    return new Passes(on, names);
  }

  /** Their names, in the order in which they are applied. */
  public List<String> names() {
    EnumSet<Pass> ordered = EnumSet.noneOf(Pass.class);
    ordered.addAll(on);
    return ordered.stream().map(Pass::passName).toList();
  }

  /**
   * The spec with the selected properties alone. Checks inside steps belong to the steps: their
   * properties stay.
   */
  Spec select(Spec spec) {
    if (on.isEmpty() || properties.isEmpty()) return spec;
    List<Property> kept =
        spec.properties().stream()
            .filter(p -> properties.contains(p.name()) || p instanceof Property.Checked)
            .toList();
    return new Spec(
        spec.name(),
        spec.scalarsets(),
        spec.variables(),
        spec.processes(),
        kept,
        spec.tallies(),
        spec.limits());
  }

  /**
   * The graphs made smaller.
   *
   * @param spec with the selected properties alone
   */
  Cfg apply(Spec spec, Cfg drawn) {
    Cfg cfg = drawn;
    if (on.contains(Pass.CONE)) cfg = Cone.of(spec, cfg);
    if (on.contains(Pass.MERGED_STEPS)) cfg = MergedSteps.merge(spec, cfg);
    if (on.contains(Pass.DEAD_LOCALS)) {
      SlotUses uses = SlotUses.of(spec, cfg);
      cfg = DeadLocals.reset(cfg, uses, new Observers(spec, cfg, uses).locals());
    }
    return cfg;
  }
}
