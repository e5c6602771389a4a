package org.mdscheck.bench;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.checker.spec.Type.field;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * Clients that lease one value from a server by messages in bounded queues. Who holds the lease
 * advances the value and gives both back of its own accord or because the server recalls them for
 * somebody else; a recall may cross with what it asks for and is ignored then.
 *
 * <p>Five clients, an inbox of three places and 16 values: 4,331,936 states, 20,472,960 steps.
 * SPIN, TLC and Rumur agree.
 */
final class Lease {
  private static final int MAILBOX = 2;

  private enum Request {
    ASK,
    BACK
  }

  private enum Reply {
    GRANT,
    RECALL
  }

  private final Spec.Builder spec;
  private final Scalarset clients;
  private final int inboxPlaces;
  private final int values;
  private final Ref inbox;
  private final Ref mailbox;
  private final Ref waiting;
  private final Ref owner;
  private final Ref recalled;
  private final Ref value;
  private final Local copy;

  private Lease(int clientCount, int inboxPlaces, int values) {
    this.inboxPlaces = inboxPlaces;
    this.values = values;
    spec = Spec.builder("lease(" + clientCount + ", " + inboxPlaces + ", " + values + ")");
    clients = spec.scalarset("c", clientCount);
    final Type anyValue = Type.range(0, values - 1);
    final Type request =
        Type.struct(
            field("from", Type.nullable(clients)),
            field("what", Type.enumOf(Request.class)),
            field("value", anyValue));
    final Type reply =
        Type.struct(field("what", Type.enumOf(Reply.class)), field("value", anyValue));
    inbox = spec.variable("inbox", Type.queue(request, inboxPlaces));
    mailbox = spec.variable("mailbox", Type.array(clients, Type.queue(reply, MAILBOX)));
    waiting = spec.variable("waiting", Type.queue(Type.nullable(clients), clientCount));
    owner = spec.variable("owner", Type.nullable(clients));
    recalled = spec.variable("recalled", Type.bool());
    value = spec.variable("value", anyValue);
    copy = Local.local("copy", anyValue);
  }

  /**
   * @param clients at least 1
   * @param inboxPlaces at least 1
   * @param values at least 1
   */
  static Spec spec(int clients, int inboxPlaces, int values) {
    final Lease lease = new Lease(clients, inboxPlaces, values);
    return lease
        .spec
        .processes("client", lease.clients, lease::client)
        .process("server", lease.server())
        .property(
            new Property.Invariant(
                "holder-is-owner",
                "who holds the lease is whom it was granted to",
                List.of(
                    clause(
                        "owner",
                        forAll(
                            lease.clients,
                            c -> inside("client", c, "hold").implies(lease.owner.is(c)))))))
        .build();
  }

  private Program client(Expr self) {
    final Ref mails = mailbox.at(self);
    return program("client", copy)
        .loop(
            block()
                .loop(
                    block()
                        .either(
                            block().await("ignore", recalls(mails), dequeue(mails)),
                            block().await("ask", hasRoom(), request(self, Request.ASK, 0)).leave()))
                .loop(
                    block()
                        .either(
                            block().await("ignore", recalls(mails), dequeue(mails)),
                            block()
                                .await(
                                    "receive",
                                    finds(mails, Reply.GRANT),
                                    assign(copy, mails.head().field("value")),
                                    dequeue(mails))
                                .leave()))
                .call(hold(self, mails)))
        .end();
  }

  private Program hold(Expr self, Ref mails) {
    return program("hold")
        .loop(
            block()
                .either(
                    block().step("advance", assign(copy, copy.plus(1).modulo(values))),
                    block()
                        .await(
                            "give back", hasRoom(), request(self, Request.BACK, copy), reset(copy))
                        .leave(),
                    block()
                        .await(
                            "obey",
                            hasRoom().and(recalls(mails)),
                            dequeue(mails),
                            request(self, Request.BACK, copy),
                            reset(copy))
                        .leave()))
        .end();
  }

  private Program server() {
    final Ref from = inbox.head().field("from");
    return program("server")
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "enlist",
                            finds(inbox, Request.ASK),
                            enqueue(waiting, from),
                            dequeue(inbox)),
                    block()
                        .await(
                            "take back",
                            finds(inbox, Request.BACK),
                            assign(value, inbox.head().field("value")),
                            reset(owner),
                            reset(recalled),
                            dequeue(inbox)),
                    block()
                        .await(
                            "grant",
                            owner.isNull().and(not(isEmpty(waiting))),
                            dequeue(waiting, owner),
                            enqueue(mailbox.at(owner), Reply.GRANT, value),
                            reset(value)),
                    block()
                        .await(
                            "recall",
                            owner
                                .isNotNull()
                                .and(not(isEmpty(waiting)))
                                .and(not(recalled))
                                .and(length(mailbox.at(owner)).isLess(MAILBOX)),
                            enqueue(mailbox.at(owner), Reply.RECALL, 0),
                            assign(recalled, true))))
        .end();
  }

  private Effect request(Expr from, Request what, Object carried) {
    return enqueue(inbox, from, what, carried);
  }

  private Expr hasRoom() {
    return length(inbox).isLess(inboxPlaces);
  }

  private static Expr recalls(Ref mails) {
    return finds(mails, Reply.RECALL);
  }

  /** Whether the oldest message of the queue is of the kind. */
  private static Expr finds(Ref queue, Enum<?> what) {
    return not(isEmpty(queue)).and(queue.head().field("what").is(what));
  }
}
