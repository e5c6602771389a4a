package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Spec;

/**
 * Keeps only what the selected properties depend on: the cone of influence (Clarke, Grumberg and
 * Peled, Model Checking, 1999, section 13.1), for a model with guards, checks and labels.
 *
 * <p>Preserves the verdicts of the selected properties, stuck states, errors of the model and the
 * depth of what is found. Steps that cannot happen are dropped first. Then no guard, branch, index,
 * check, limit, tally or selected property reads a variable that is dropped, directly or by way of
 * variables that it does read: states that differ in such variables alone have the same steps, by
 * the same actions, to states that differ in such variables alone, and are a strong bisimulation.
 * An effect that might be an error of the model, or a use of freed memory, keeps what decides it.
 * Labels and locals stay; locals that nothing reads are dead, see {@link DeadLocals}.
 *
 * <p>Treats the members of a family and the elements of an array alike: a variable is dropped as a
 * whole or not at all.
 */
final class Cone {
  private Cone() {}

  static Cfg of(Spec spec, Cfg cfg) {
    Cfg possible = UnreachableSteps.dropped(cfg, SlotUses.of(spec, cfg));
    return UnusedVariables.dropped(spec, possible, SlotUses.of(spec, possible));
  }
}
