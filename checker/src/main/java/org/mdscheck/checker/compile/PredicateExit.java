package org.mdscheck.checker.compile;

import org.objectweb.asm.Opcodes;

/** A predicate that has no value in a state throws, and says why. */
final class PredicateExit implements FaultExit {
  private final Generation generation;
  private boolean isUsed;

  PredicateExit(Generation generation) {
    this.generation = generation;
  }

  /** Whether the predicate can have no value. */
  boolean isUsed() {
    return isUsed;
  }

  @Override
  public void fault(Code code, Fault fault, Runnable which, Runnable value) {
    isUsed = true;
    code.loadThis();
    which.run();
    value.run();
    code.push(code.isMeasured() ? 0 : generation.number(fault));
    code.call(generation.className, "noValue", "(III)Lorg/mdscheck/checker/spec/SpecException;");
    code.op(Opcodes.ATHROW);
  }

  @Override
  public void fatal(Code code, int check) {
    throw new IllegalStateException("a predicate reads freed objects freely");
  }
}
