package org.mdscheck.checker.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.oracle.ReferenceChecker;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.TransitionSystem;

/** Steps that no kernel could take: each names the step, the process, the slot and the value. */
class FaultyStepsTest {
  private final Spec.Builder spec = Spec.builder("s");

  @Test
  void writeOutsideTheDomain() {
    Ref x = spec.variable("x", Type.array(1, 2, Type.range(0, 3)), 2);
    Program twice =
        program("f").step("first", increment(x.at(2))).step("second", increment(x.at(2))).end();
    assertFault("step \"f: second\" of p: x[2] cannot hold 4: its values are 0..3", 2, twice);
  }

  @Test
  void nullForAnIdThatIsNeverNull() {
    Ref rank = spec.variable("rank", Type.id(spec.scalarset("mds", 2, false)));
    Program f = program("f").step("rank = null", assign(rank, nobody())).end();
    assertFault(
        "step \"f: rank = null\" of p: rank cannot hold null: its values are mds0 to mds1", 1, f);
  }

  @Test
  void indexOutsideTheArray() {
    Ref n = spec.variable("n", Type.range(0, 3), 3);
    Ref x = spec.variable("x", Type.array(0, 1, Type.bool()));
    Program f = program("f").await("wait", x.at(n), assign(n, 0)).end();
    assertFault("step \"f: wait\" of p: x[n]: the index is 3, outside 0..1", 1, f);
  }

  @Test
  void useOfNull() {
    Scalarset ids = spec.scalarset("id", 2);
    Ref owner = spec.variable("owner", Type.nullable(ids));
    Ref x = spec.variable("x", Type.array(ids, Type.bool()));
    Program f = program("f").step("x = true", assign(x.at(owner), true)).end();
    assertFault("step \"f: x = true\" of p: x[owner]: the index is null, outside 0..1", 1, f);
  }

  @Test
  void nullInASet() {
    Scalarset ids = spec.scalarset("id", 2);
    Ref owner = spec.variable("owner", Type.nullable(ids));
    Ref set = spec.variable("set", Type.setOf(ids));
    Program f = program("f").step("add", add(set, owner)).end();
    assertFault("step \"f: add\" of p: null cannot be a member of a set", 1, f);
  }

  @Test
  void unlockOfAMutexNotHeld() {
    Ref m = spec.variable("m", Type.mutex("M"));
    Program f = program("f").step("unlock", release(m)).end();
    assertFault("step \"f: unlock\" of p: unlock of m, which is owned by nobody", 1, f);
  }

  @Test
  void unlockOfAMutexThatAnotherProcessHolds() {
    Ref m = spec.variable("m", Type.mutex("M"));
    spec.process("q", program("g").step("lock", acquire(m)).end());
    Program f = program("f").await("unlock", locked(m), release(m)).end();
    assertFault("step \"f: unlock\" of p: unlock of m, which is owned by q", 2, f);
  }

  @Test
  void doubleLock() {
    Ref m = spec.variable("m", Type.mutex("M"));
    Program f = program("f").step("lock", acquire(m)).step("again", acquire(m)).end();
    assertFault("step \"f: again\" of p: double lock of m, which the process owns already", 2, f);
  }

  @Test
  void doubleLockInOneStep() {
    Ref m = spec.variable("m", Type.mutex("M"));
    Program f = program("f").step("both", acquire(m), acquire(m)).end();
    assertFault("step \"f: both\" of p: double lock of m, which the process owns already", 1, f);
  }

  @Test
  void appendToAFullQueue() {
    Ref q = spec.variable("q", Type.queue(Type.bool(), 1));
    Program f = program("f").step("one", enqueue(q, true)).step("two", enqueue(q, true)).end();
    assertFault("step \"f: two\" of p: queue q is full with 1 elements: give it more room", 2, f);
  }

  @Test
  void removalFromAnEmptyQueue() {
    Ref q = spec.variable("q", Type.queue(Type.bool(), 1));
    Program f = program("f").step("take", dequeue(q)).end();
    assertFault("step \"f: take\" of p: queue q is empty: guard the step that takes from it", 1, f);
  }

  @Test
  void headOfAnEmptyQueue() {
    Ref q = spec.variable("q", Type.queue(Type.bool(), 1));
    Program f = program("f").await("wait", q.head()).end();
    assertFault("step \"f: wait\" of p: q[0]: the queue has only 0 elements", 1, f);
  }

  @Test
  void propertyThatCannotBeEvaluated() {
    Ref q = spec.variable("q", Type.queue(Type.bool(), 1));
    spec.process("p", program("f").step("append", enqueue(q, true)).end());
    spec.property(new Property.Invariant("full", "", List.of(clause("head", q.head()))));
    TransitionSystem system = ComparedSystem.of(spec.build());
    SpecException fault = assertThrows(SpecException.class, () -> ReferenceChecker.explore(system));
    assertEquals(
        "clause \"head\" of property full cannot be evaluated: q[0]: the queue has only 0 elements; give the clause a premise",
        fault.getMessage());
  }

  private void assertFault(String message, int steps, Program program) {
    spec.process("p", program);
    ReferenceChecker checker = ReferenceChecker.explore(ComparedSystem.of(spec.build()));
    assertEquals(Map.of(message, steps), checker.errors());
  }
}
