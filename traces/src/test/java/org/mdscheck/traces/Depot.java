package org.mdscheck.traces;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A small system with what a trace can show: two customers order, a clerk serves, both take two
 * mutexes in opposite order, and a network may lose an order.
 */
final class Depot {
  static final String NO_WAIT_CYCLE = "no-wait-cycle";
  static final String NOT_STUCK = "not-stuck";
  static final String ALWAYS_SERVED = "always-served";
  static final String NOBODY_SERVED = "nobody-served";
  static final String STOCK = "stock";
  static final String STOCK_STAYS = "stock-stays";

  static final String ORDER_STATE = "order-state";

  enum OrderState {
    IDLE,
    ASKED,
    SERVED
  }

  enum Kind {
    ORDER,
    CANCEL
  }

  private final Spec.Builder spec;
  private final Scalarset customers;
  private final Ref depotMutex;
  private final Ref ledgerMutex;
  private final Ref state;
  private final Ref inbox;
  private final Ref losses;
  private final Ref stock;

  private Depot(String name, int customerCount) {
    spec = Spec.builder(name);
    customers = spec.scalarset("customer", customerCount);
    depotMutex = spec.variable("depot->mutex", Type.mutex("depot->mutex"));
    ledgerMutex = spec.variable("ledger->lock", Type.mutex("ledger->lock"));
    state = spec.variable("o_state", Type.array(customers, Type.enumOf(OrderState.class)));
    inbox =
        spec.variable(
            "inbox",
            Type.queue(
                Type.struct(
                    Type.field("kind", Type.enumOf(Kind.class)),
                    Type.field("from", Type.nullable(customers))),
                customerCount));
    losses = spec.variable("losses", Type.range(0, 1), 1);
    stock = spec.variable("stock", Type.range(0, 2), 1);
  }

  /** The depot for some customers. */
  static TransitionSystem system(int customerCount) {
    final Depot depot = new Depot("depot with " + customerCount + " customers", customerCount);
    depot.spec.processes("buyer", depot.customers, depot::order);
    depot.spec.process("clerk", depot.serve());
    depot.spec.process("network", depot.lose());
    depot.properties();
    depot.tally();
    return ComparedSystem.of(depot.spec.build());
  }

  private Program order(Expr self) {
    return program("place_order")
        .step("mutex_lock(&depot->mutex)", acquire(depotMutex))
        .step(
            "send(depot, ORDER)",
            enqueue(inbox, Kind.ORDER, self),
            assign(state.at(self), OrderState.ASKED))
        .call(enter(self))
        .step("mutex_unlock(&depot->mutex)", release(depotMutex))
        .end();
  }

  private Program enter(Expr self) {
    return program("ledger_enter")
        .step("mutex_lock(&ledger->lock)", acquire(ledgerMutex))
        .step("mutex_unlock(&ledger->lock)", release(ledgerMutex))
        .end();
  }

  private Program serve() {
    final Local from = Local.local("from", Type.nullable(customers));
    return program("clerk_work", from)
        .loop(
            block()
                .rest(
                    "msg = receive(depot)",
                    not(isEmpty(inbox)),
                    assign(from, inbox.head().field("from")),
                    dequeue(inbox))
                .step("mutex_lock(&ledger->lock)", acquire(ledgerMutex))
                .step("mutex_lock(&depot->mutex)", acquire(depotMutex))
                .call(handOut(from))
                .step("mutex_unlock(&depot->mutex)", release(depotMutex))
                .step("mutex_unlock(&ledger->lock)", release(ledgerMutex), assign(from, nobody())))
        .end();
  }

  private Program handOut(Ref from) {
    return program("hand_out")
        .step("BUG_ON(!depot->stock)", check(STOCK, "BUG_ON(!depot->stock)", stock.isMore(0)))
        .step("depot->stock--", assign(stock, stock.minus(1)))
        .step("order->o_state = SERVED", assign(state.at(from), OrderState.SERVED))
        .end();
  }

  private Program lose() {
    return program("network")
        .loop(
            block()
                .either(
                    block()
                        .fault(
                            "the network loses an order",
                            losses,
                            not(isEmpty(inbox)),
                            dequeue(inbox)),
                    block().rest("the network is quiet", value(false))))
        .end();
  }

  private void properties() {
    spec.property(
        new Property.Invariant(
            NO_WAIT_CYCLE,
            "no threads wait for each other's mutexes in a circle",
            List.of(clause("no circle of waiting threads", noWaitCycle()))));
    spec.property(
        new Property.NoStuckState(NOT_STUCK, "there is always something to do, or nothing left"));
    spec.property(
        new Property.Recovery(
            ALWAYS_SERVED,
            "a customer who asked can always be served",
            List.of(
                clause(
                    "whoever asked is served",
                    exists(customers, c -> state.at(c).is(OrderState.ASKED)),
                    forAll(customers, c -> state.at(c).isNot(OrderState.ASKED))))));
    spec.property(
        new Property.Invariant(
            NOBODY_SERVED,
            "no customer is ever served",
            List.of(
                clause(
                    "nobody is served",
                    forAll(customers, c -> state.at(c).isNot(OrderState.SERVED))))));
    spec.property(new Property.Checked(STOCK, "nothing is handed out of an empty depot"));
    spec.property(
        new Property.StepInvariant(
            STOCK_STAYS,
            "nothing is ever handed out",
            List.of(clause("stock does not go down", next(stock).isAtLeast(stock)))));
  }

  /** The transitions of an order's state, all six of them named. */
  private void tally() {
    final List<String> names = new ArrayList<>(List.of(""));
    Expr bucket = value(0);
    for (OrderState from : OrderState.values()) {
      for (OrderState to : OrderState.values()) {
        if (from == to) continue;
        final Expr happens =
            exists(customers, c -> state.at(c).is(from).and(next(state.at(c)).is(to)));
        bucket = ifElse(happens, names.size(), bucket);
        names.add(from + " -> " + to);
      }
    }
    spec.tally(ORDER_STATE, bucket, names);
  }

  static CheckResult run(TransitionSystem system) {
    try {
      return new Search(system, SearchOptions.defaults().withWorkers(1)).run(ProgressListener.NONE);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts tests", e);
    }
  }

  /** The result of one property of {@link #system}. */
  static PropertyResult result(TransitionSystem system, String property) {
    return run(system).property(property).orElseThrow();
  }
}
