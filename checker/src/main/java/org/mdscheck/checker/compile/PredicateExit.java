package org.mdscheck.checker.compile;

import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/** A predicate that has no value in a state throws, and says why. */
final class PredicateExit implements FaultExit {
  private final Generation generation;

  PredicateExit(Generation generation) {
    this.generation = generation;
  }

  @Override
  public void fault(Code code, Fault fault, Runnable which, Runnable value) {
    code.loadThis();
    which.run();
    value.run();
    code.push(code.isMeasured() ? 0 : generation.number(fault));
    code.call(generation.className, "noValue", "(III)Lorg/mdscheck/checker/spec/SpecException;");
    code.op(Opcodes.ATHROW);
  }

  @Override
  public void part(Code code, WordLocals words, Consumer<ExpressionCode> value) {
    String name =
        generation.part(
            code,
            "()I",
            words.source(),
            (inner, state, next) -> {
              ExpressionCode expressions =
                  new ExpressionCode(generation, inner, this, state, next, -1);
              expressions.useParts();
              value.accept(expressions);
              inner.op(Opcodes.IRETURN);
            });
    code.loadThis();
    code.call(generation.className, name, "()I");
  }

  @Override
  public void waitCycle(Code code, WordLocals words) {
    code.loadThis();
    code.push(words.source().ordinal());
    code.call(generation.className, "hasWaitCycle", "(I)Z");
  }

  @Override
  public void fatal(Code code, int check) {
    throw new IllegalStateException("a predicate reads freed objects freely");
  }
}
