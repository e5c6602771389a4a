package org.mdscheck.cli.models;

import java.io.IOException;
import java.nio.file.Path;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;

/**
 * The form in which a model is searched.
 *
 * @param isCompiled whether its steps are compiled to bytecode, or interpreted
 * @param passes that make it smaller
 * @param classFolder where to write the bytecode; null if nowhere
 */
public record SystemForm(boolean isCompiled, Passes passes, Path classFolder) {
  public SystemForm {
    if (classFolder != null && !isCompiled)
      throw Failure.usage("--dump-classes goes with --steps compiled only");
  }

  public SystemForm(boolean isCompiled, Passes passes) {
    this(isCompiled, passes, null);
  }

  /** Ready soon, and slow: for a few steps. */
  public static SystemForm plain() {
    return new SystemForm(false, Passes.none());
  }

  /** The same, ready sooner: for some thousand states. */
  public SystemForm interpreted() {
    return new SystemForm(false, passes);
  }

  /** The same, and the bytecode is written to a folder, which is made if it does not exist. */
  public SystemForm dumpedTo(Path folder) {
    return new SystemForm(isCompiled, passes, folder);
  }

  /**
   * A spec in this form.
   *
   * @throws org.mdscheck.checker.spec.SpecException if it cannot be built
   * @throws Failure if the bytecode cannot be written
   */
  public TransitionSystem of(Spec spec) {
    if (!isCompiled) return InterpretedSystem.of(spec, passes);
    final CompiledSystem system = CompiledSystem.of(spec, passes);
    if (classFolder != null) dump(system);
    return system;
  }

  private void dump(CompiledSystem system) {
    try {
      system.dump(classFolder);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.SYSTEM, "cannot write classes to " + classFolder + ": " + e.getMessage(), e);
    }
  }
}
