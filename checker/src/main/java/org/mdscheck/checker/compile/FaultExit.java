package org.mdscheck.checker.compile;

/** How a generated method ends when something is wrong; the stack may hold anything. */
interface FaultExit {
  /** Ends it after a fault of the model. Each operand pushes an int. */
  void fault(Code code, Fault fault, Runnable which, Runnable value);

  /** Ends it after the failure of a check that ends the step. */
  void fatal(Code code, int check);
}
