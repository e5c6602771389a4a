package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;

/** A spec as a transition system whose steps are compiled to bytecode. Immutable, thread-safe. */
public final class CompiledSystem extends ElaboratedSystem {
  private final InterpretedSystem reference;
  private final InterpretedSystem interpreted;

  private CompiledSystem(Elaboration drawn, Passes passes) {
    super(drawn.reduced(passes));
    reference = new InterpretedSystem(drawn);
    interpreted = passes.on().isEmpty() ? reference : new InterpretedSystem(elaboration);
  }

  /**
   * The transition system of a spec.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static CompiledSystem of(Spec spec) {
    return of(spec, Passes.none());
  }

  /**
   * The transition system of a spec made smaller.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static CompiledSystem of(Spec spec, Passes passes) {
    return new CompiledSystem(Elaboration.of(spec), passes);
  }

  @Override
  public Explorer newExplorer() {
    return interpreted.newExplorer();
  }

  @Override
  public TransitionSystem reference() {
    return reference;
  }
}
