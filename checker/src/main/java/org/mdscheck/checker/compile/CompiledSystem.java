package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/** A spec as a transition system whose steps are compiled to bytecode. Immutable, thread-safe. */
public final class CompiledSystem extends ElaboratedSystem {
  private final InterpretedSystem reference;

  private CompiledSystem(Elaboration elaboration) {
    super(elaboration);
    reference = new InterpretedSystem(elaboration);
  }

  /**
   * The transition system of a spec.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static CompiledSystem of(Spec spec) {
    return new CompiledSystem(Elaboration.of(spec));
  }

  @Override
  public Explorer newExplorer() {
    return reference.newExplorer();
  }

  @Override
  public TransitionSystem reference() {
    return reference;
  }
}
