package org.mdscheck.traces.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockCyclesTest {
  private static final Fact.Wait REPLY = new Fact.Wait("completion", "wait(reply)", "ask");
  private static final Fact.Wait WORK = new Fact.Wait("work item", "flush(work)", "stop");

  @Test
  void findsThreadsThatWaitForEachOther() {
    // The reply comes with the work, and who asks is waited for before there is more work.
    final List<List<LockCycles.Edge>> circles =
        LockCycles.ofThreads(
            List.of(
                new Fact.Waiting(REPLY, "asker", List.of()),
                new Fact.Ended(REPLY, "worker", "answer", List.of("lock")),
                new Fact.Waiting(WORK, "worker", List.of()),
                new Fact.Ended(WORK, "asker", "ask", List.of())));
    assertEquals(1, circles.size());
    assertEquals(
        List.of(
            new LockCycles.Edge("asker", REPLY.name()),
            new LockCycles.Edge(REPLY.name(), "worker"),
            new LockCycles.Edge("worker", WORK.name()),
            new LockCycles.Edge(WORK.name(), "asker")),
        circles.get(0));
  }

  @Test
  void findsNoneWhereWhoEndsTheWaitWaitsForNobody() {
    assertEquals(
        List.of(),
        LockCycles.ofThreads(
            List.of(
                new Fact.Waiting(REPLY, "asker", List.of()),
                new Fact.Ended(REPLY, "worker", "answer", List.of()))));
  }

  @Test
  void aLockHeldInAWaitThatItsEnderNeedsIsACircleOfLocks() {
    final List<List<LockCycles.Edge>> circles =
        LockCycles.of(
            List.of(
                new Fact.Waiting(REPLY, "asker", List.of("lock")),
                new Fact.Ended(REPLY, "worker", "answer", List.of("lock"))));
    assertEquals(
        List.of(
            List.of(
                new LockCycles.Edge(REPLY.name(), "lock"),
                new LockCycles.Edge("lock", REPLY.name()))),
        circles);
  }
}
