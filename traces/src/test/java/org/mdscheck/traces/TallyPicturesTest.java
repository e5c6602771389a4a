package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.graphviz.LockOrderPicture.Order;
import org.mdscheck.traces.graphviz.StateMachinePicture;

/** Lock order and state machine of {@link Depot}, as its programs say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TallyPicturesTest {
  private static final String DEPOT = "depot->mutex";
  private static final String LEDGER = "ledger->lock";

  private final TransitionSystem system = Depot.system(2);
  private LockOrder order;
  private StateTransitions transitions;

  @BeforeAll
  void check() {
    final List<TallyResult> tallies = Depot.run(system).statistics().tallies();
    order = LockOrder.of(system, tally(tallies, LockOrder.TALLY));
    transitions = StateTransitions.of(system, tally(tallies, Depot.ORDER_STATE));
  }

  private static TallyResult tally(List<TallyResult> all, String name) {
    return all.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void lockOrderNamesWhoTakesWhatWhileHoldingWhat() {
    assertEquals(
        List.of(
            new LockOrder.Edge(DEPOT, LEDGER, List.of("ledger_enter()")),
            new LockOrder.Edge(LEDGER, DEPOT, List.of("clerk_work()"))),
        order.edges());
  }

  @Test
  void lockOrderTextMarksCycles() {
    assertEquals(
        "depot->mutex -> ledger->lock (on a cycle)\n"
            + "    ledger_enter()\n"
            + "ledger->lock -> depot->mutex (on a cycle)\n"
            + "    clerk_work()\n",
        order.text());
  }

  @Test
  void anEdgeThatLeadsNowhereBackIsOnNoCycle() {
    final LockOrder.Edge edge = order.edges().get(0);
    final LockOrder alone = new LockOrder(order.lockClasses(), List.of(edge));
    assertFalse(alone.isOnCycle(edge));
    assertTrue(order.isOnCycle(edge));
  }

  @Test
  void lockOrderPictureMarksWhatTheBaseLacks() {
    final LockOrder base = new LockOrder(order.lockClasses(), order.edges().subList(0, 1));
    assertEquals(
        List.of(
            new Order(DEPOT, LEDGER, List.of("ledger_enter()"), false),
            new Order(LEDGER, DEPOT, List.of("clerk_work()"), true)),
        order.picture("order", "base", base).orders());
  }

  @Test
  void lockOrderWithoutNestingSaysSo() {
    final LockOrder none = LockOrder.of(system, new TallyResult(LockOrder.TALLY, Map.of()));
    assertEquals("No lock is taken while another is held.\n", none.text());
    assertEquals(List.of(DEPOT, LEDGER), none.lockClasses());
  }

  @Test
  void transitionsNameTheFunctionsThatMakeThem() {
    assertEquals(
        "IDLE -> ASKED\n    place_order()\nASKED -> SERVED\n    hand_out()\n", transitions.text());
  }

  @Test
  void stateMachineHasAllStatesInTheirOrder() {
    assertEquals(
        new StateMachinePicture(
            "order",
            List.of("IDLE", "ASKED", "SERVED"),
            "IDLE",
            List.of(
                new StateMachinePicture.Transition(
                    "IDLE", "ASKED", List.of("place_order()"), false),
                new StateMachinePicture.Transition(
                    "ASKED", "SERVED", List.of("hand_out()"), false))),
        transitions.picture("order", "IDLE"));
  }

  @Test
  void refusesATallyThatTheSystemLacks() {
    assertEquals(
        "depot with 2 customers has no tally x: there are [order-state, lock-order]",
        assertThrows(
                IllegalArgumentException.class,
                () -> StateTransitions.of(system, new TallyResult("x", Map.of())))
            .getMessage());
  }

  @Test
  void refusesBucketsThatAreNoTransitions() {
    assertEquals(
        "tally lock-order has a bucket \"depot->mutex\": a transition is called \"A -> B\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> StateTransitions.of(system, new TallyResult(LockOrder.TALLY, Map.of())))
            .getMessage());
  }
}
