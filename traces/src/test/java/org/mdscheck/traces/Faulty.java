package org.mdscheck.traces;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;

/** A spec that is wrong at its second step. */
final class Faulty {
  private Faulty() {}

  static TransitionSystem system() {
    final Spec.Builder spec = Spec.builder("faulty");
    final Ref x = spec.variable("x", Type.range(0, 2));
    spec.process(
        "writer", program("write").step("x = 2", assign(x, 2)).step("x++", increment(x)).end());
    return ComparedSystem.of(spec.build());
  }
}
