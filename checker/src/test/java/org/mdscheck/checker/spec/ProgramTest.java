package org.mdscheck.checker.spec;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.junit.jupiter.api.Test;

class ProgramTest {
  private static Block calling(String name) {
    return block().call(program(name).step("work").end());
  }

  @Test
  void runsItselfAndWhatItCallsInAnyBranch() {
    Program inner = program("inner").loop(block().either(calling("a"), calling("b"))).end();
    Expr either = Expressions.value(true);
    Program outer =
        program("outer")
            .test("?", either, calling("then"), calling("else"))
            .branch(either, calling("taken"))
            .call(inner)
            .end();
    for (String function : "outer inner a b then else taken".split(" "))
      assertTrue(outer.runs(function), function);
    assertFalse(outer.runs("work"));
    assertFalse(inner.runs("outer"));
  }
}
