package org.mdscheck.model.cephfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.TallyResult;

class SessionStateTallyTest {
  @Test
  void recordsWhichFunctionChangesTheState() throws InterruptedException {
    Scenario quiet = Scenario.SMOKE.with(new Bounds(1, 1, 1, 0, 0, 0, 0));
    CompiledSystem system = Checking.system(CephModel.of(Variant.V3, quiet));
    CheckResult result = Checking.check(system);
    List<String> names = SessionStateTally.bucketNames();
    Set<String> changes = new TreeSet<>();
    TallyResult tally =
        result.statistics().tallies().stream()
            .filter(t -> t.name().equals(CephModel.SESSION_STATE_TALLY))
            .findFirst()
            .orElseThrow();
    tally
        .bucketsOfAction()
        .forEach(
            (action, buckets) -> {
              List<String> functions = system.actions().get(action).functions();
              for (int bucket : buckets) {
                changes.add(names.get(bucket) + " by " + functions.get(functions.size() - 1));
              }
            });
    assertEquals(
        Set.of("NEW -> OPENING by __open_session", "OPENING -> OPEN by handle_session[OPEN]"),
        changes);
  }
}
