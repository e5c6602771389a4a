package org.mdscheck.checker.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

class TwoLocksTest {
  private final Spec.Builder spec = Spec.builder("two locks");
  private final Ref table = spec.variable("table", Type.mutex("table->lock"));
  private final Ref entry = spec.variable("entry", Type.mutex("entry->lock"));
  private final Ref users = spec.variable("users", Type.range(0, 3));

  /** Finds the entry in the table, then uses it. */
  private Program user() {
    Local seen = Local.local("n", Type.range(0, 3));
    return program("get_entry", seen)
        .rest("spin_lock(&table->lock)", users.isLess(3), acquire(table))
        .step("spin_lock(&entry->lock)", acquire(entry))
        .step("spin_unlock(&table->lock)", release(table))
        .step("n = entry->users", assign(seen, users))
        .branch(seen.isLess(3), block().step("entry->users = n + 1", assign(users, seen.plus(1))))
        .step("spin_unlock(&entry->lock)", release(entry))
        .end();
  }

  /** Takes the same locks the other way round. */
  private Program reaper() {
    return program("put_entry")
        .rest("spin_lock(&entry->lock)", users.isMore(0), acquire(entry))
        .step("spin_lock(&table->lock)", acquire(table))
        .step("entry->users = 0", assign(users, 0))
        .step("spin_unlock(&table->lock)", release(table))
        .step("spin_unlock(&entry->lock)", release(entry))
        .end();
  }

  @Test
  void findsTheDeadlockOfTwoLocksTakenInBothOrders() throws InterruptedException {
    Scalarset cpus = spec.scalarset("cpu", 2);
    spec.processes("user", cpus, cpu -> user());
    spec.process("reaper", reaper());
    spec.property(
        new Property.Invariant(
            "no-deadlock",
            "no threads wait for each other's locks in a circle",
            List.of(clause("no cycle", noWaitCycle()))));

    CheckResult result =
        new Search(CompiledSystem.of(spec.build()), SearchOptions.defaults())
            .run(ProgressListener.NONE);

    assertEquals(Verdict.VIOLATED, result.property("no-deadlock").orElseThrow().verdict());
    // One user must have come and gone (6 steps); then one lock for the other user, one for the
    // reaper.
    assertEquals(8, result.property("no-deadlock").orElseThrow().depth());
  }
}
