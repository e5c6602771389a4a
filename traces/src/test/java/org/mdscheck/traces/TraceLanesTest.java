package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.graphviz.LanePicture;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;
import org.mdscheck.traces.graphviz.LanePicture.Wait;
import org.mdscheck.traces.graphviz.LockPalette;

/** The deadlock of deadlock.txt, as a picture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceLanesTest {
  private static final Lock DEPOT_MUTEX = new Lock("depot->mutex", "depot->mutex");
  private static final Lock LEDGER_LOCK = new Lock("ledger->lock", "ledger->lock");
  private static final int CUSTOMER = 0;
  private static final int CLERK = 2;

  private final TransitionSystem system = Depot.system(2);
  private Map<String, PropertyResult> results;

  @BeforeAll
  void check() {
    results =
        Depot.run(system).properties().stream()
            .collect(Collectors.toMap(PropertyResult::name, r -> r));
  }

  @Test
  void rowsShowStatementsChangesLocksAndMessages() {
    final String order = "{ORDER from=customer0}";
    assertEquals(
        List.of(
            new Row(1, CUSTOMER, "place_order(): mutex_lock(&depot->mutex)").holding(DEPOT_MUTEX),
            new Row(2, CUSTOMER, "send(depot, ORDER)")
                .changing("o_state[customer0]: IDLE -> ASKED", "inbox: append " + order)
                .holding(DEPOT_MUTEX),
            new Row(3, CLERK, "clerk_work(): msg = receive(depot)")
                .changing("inbox: remove " + order, "from = customer0")
                .receiving(1, order),
            new Row(4, CLERK, "mutex_lock(&ledger->lock)").holding(LEDGER_LOCK).violating()),
        picture(Depot.NO_WAIT_CYCLE).rows());
  }

  @Test
  void thoseWhoWaitForAMutexAreShownUnlessTheyNeverBegan() {
    assertEquals(
        List.of(
            new Wait(
                CUSTOMER,
                "ledger_enter: mutex_lock(&ledger->lock)",
                "waits for ledger->lock, owned by clerk"),
            new Wait(
                CLERK,
                "clerk_work: mutex_lock(&depot->mutex)",
                "waits for depot->mutex, owned by buyer/customer0")),
        picture(Depot.NO_WAIT_CYCLE).waits());
  }

  @Test
  void lanesAreTheProcesses() {
    assertEquals(
        List.of("buyer/customer0", "buyer/customer1", "clerk", "network"),
        picture(Depot.NO_WAIT_CYCLE).lanes());
  }

  @Test
  void coloursAreThoseOfAllLockClasses() {
    assertEquals(
        new LockPalette(List.of("depot->mutex", "ledger->lock")),
        picture(Depot.ALWAYS_SERVED).palette());
  }

  @Test
  void reasonTellsTheCircle() {
    assertEquals(
        "no-wait-cycle is VIOLATED: no circle of waiting threads. DEADLOCK: buyer/customer0 waits"
            + " for clerk waits for buyer/customer0.",
        picture(Depot.NO_WAIT_CYCLE).reason());
  }

  @Test
  void reasonTellsTheEvidence() {
    assertEquals(
        "always-served is VIOLATED: whoever asked is served, for customer0. States that can be"
            + " reached from here without a further fault or option: 22; the goal is in none of them.",
        picture(Depot.ALWAYS_SERVED).reason());
  }

  @Test
  void faultsAreMarked() {
    assertEquals(
        "network(): the network loses an order [fault]",
        picture(Depot.ALWAYS_SERVED).rows().get(2).statement());
  }

  @Test
  void refusesAResultWithoutTrace() {
    final PropertyResult holds = PropertyResult.holds("safe", "");
    assertEquals(
        "safe is HOLDS without a trace: there is nothing to draw",
        assertThrows(IllegalArgumentException.class, () -> TraceLanes.picture(system, holds))
            .getMessage());
  }

  private LanePicture picture(String property) {
    return TraceLanes.picture(system, results.get(property));
  }
}
