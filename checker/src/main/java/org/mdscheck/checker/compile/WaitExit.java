package org.mdscheck.checker.compile;

import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/** The mutex that a process waits for may be none; then nobody is waited for, and why is noted. */
final class WaitExit implements FaultExit {
  private final Generation generation;

  WaitExit(Generation generation) {
    this.generation = generation;
  }

  @Override
  public void fault(Code code, Fault fault, Runnable which, Runnable value) {
    code.loadThis();
    which.run();
    value.run();
    code.push(code.isMeasured() ? 0 : generation.number(fault));
    code.call(generation.className, "noOwner", "(III)I");
    code.op(Opcodes.IRETURN);
  }

  @Override
  public void part(Code code, WordLocals words, Consumer<ExpressionCode> value) {
    throw new IllegalStateException("the index of a mutex is in one method");
  }

  @Override
  public void waitCycle(Code code, WordLocals words) {
    throw new IllegalStateException("who waits for whom does not depend on itself");
  }

  @Override
  public void fatal(Code code, int check) {
    throw new IllegalStateException("who waits for whom may be asked of freed objects");
  }
}
