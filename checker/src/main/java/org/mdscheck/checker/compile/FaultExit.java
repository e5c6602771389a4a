package org.mdscheck.checker.compile;

import java.util.function.Consumer;

/** How a generated method ends when something is wrong; the stack may hold anything. */
interface FaultExit {
  /** Ends it after a fault of the model. Each operand pushes an int. */
  void fault(Code code, Fault fault, Runnable which, Runnable value);

  /** Pushes what is computed in a method of its own. */
  void part(Code code, WordLocals words, Consumer<ExpressionCode> value);

  /** Pushes whether processes wait for each other in a circle, in the state of the words. */
  void waitCycle(Code code, WordLocals words);

  /** Ends it after the failure of a check that ends the step. */
  void fatal(Code code, int check);
}
