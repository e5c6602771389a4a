package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/** What random specs have found, made small. */
class CompiledSystemTest {
  private final Spec.Builder spec = Spec.builder("s");
  private final Scalarset ids = spec.scalarset("id", 2);
  private final Ref x = spec.variable("x", Type.range(0, 3));
  private final Ref y = spec.variable("y", Type.range(0, 3));
  private final Ref owner = spec.variable("owner", Type.nullable(ids));
  private final Ref array = spec.variable("array", Type.array(ids, Type.range(0, 3)));
  private final Ref mutexes = spec.variable("mutexes", Type.array(ids, Type.mutex("M")));

  @Test
  void aStoreStaysWhereAConditionBehindItMayFail() {
    repeat(reset(x), when(locked(mutexes.at(owner)), assign(y, 1)));
    assertCompiledAsInterpreted();
  }

  @Test
  void aStoreStaysWhereAConditionBehindItReadsNoElement() {
    Expr fails = array.at(nobody()).isLess(3);
    repeat(reset(x), when(y.is(1).or(fails), assign(y, 2)));
    assertCompiledAsInterpreted();
  }

  @Test
  void aStoreStaysWhereAConditionBehindItReadsAFieldInAQueue() {
    Type pair = Type.struct(Type.field("a", Type.bool()), Type.field("b", Type.bool()));
    Ref queue = spec.variable("queue", Type.queue(pair, 2));
    repeat(reset(x), when(y.is(1).or(new Ref.Item(queue, y).field("b")), assign(y, 2)));
    assertCompiledAsInterpreted();
  }

  @Test
  void aGuardOnWaitingProcessesFailsItsOwnStep() {
    waitForOwner();
    spec.process("p", program("p").loop(block().await("await", noWaitCycle(), reset(x))).end());
    assertCompiledAsInterpreted();
  }

  @Test
  void anEffectSeesWhoWaitsAfterTheEffectsBeforeIt() {
    waitForOwner();
    repeat(assign(owner, nobody()), when(not(noWaitCycle()), assign(y, 1)));
    assertCompiledAsInterpreted();
  }

  private void waitForOwner() {
    spec.processes(
        "waiter",
        ids,
        id ->
            program("waiter")
                .loop(
                    block()
                        .step("lock", acquire(mutexes.at(owner)))
                        .step("unlock", release(mutexes.at(owner)), assign(owner, id)))
                .end());
  }

  @Test
  void aProcessThatOnlyRestsIsNeverInside() {
    spec.processes(
        "idle",
        ids,
        id ->
            program("idle")
                .loop(
                    block()
                        .rest("wait", x.is(3), assign(x, 0))
                        .rest("wait again", x.is(3), assign(x, 1)))
                .end());
    spec.property(
        new Property.Invariant(
            "at most one",
            "never more than one idle process is at work",
            List.of(clause("one", count(ids, id -> inside("idle", id)).isLess(2)))));
    repeat(assign(x, 3));
    assertCompiledAsInterpreted();
  }

  private void repeat(Effect... effects) {
    spec.process("p", program("p").loop(block().step("step", effects)).end());
  }

  private void assertCompiledAsInterpreted() {
    Spec built = spec.build();
    assertEquals(
        Optional.empty(),
        new SystemComparison(InterpretedSystem.of(built), CompiledSystem.of(built))
            .difference(100, 0, 0, 500));
  }
}
