package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code s_con}: the connection embedded in a session object, and the network behind it. It is not
 * part of the pool: the MDS and the messenger touch it without touching the session.
 *
 * <p>A TCP fault is left out: the handshake resumes and the session code is told nothing.
 */
public final class Connection {
  private final ConnectionVariables all;
  private final Expr id;

  Connection(ConnectionVariables all, Expr id) {
    this.all = all;
    this.id = id;
  }

  public Ref state() {
    return all.state.at(id);
  }

  /** The rank whose address it was opened with. */
  public Ref rank() {
    return all.rank.at(id);
  }

  /** The instance whose address it was opened with. */
  public Ref instance() {
    return all.instance.at(id);
  }

  /** Whether it was opened with a blank address, where a map can have one. */
  Ref blank() {
    return all.blank == null ? null : all.blank.at(id);
  }

  /** Whether the other side will answer with a reset when the client reconnects. */
  public Ref resetPending() {
    return all.resetPending.at(id);
  }

  /** Whether a keepalive is to be sent, where that makes a difference. */
  Ref keepalive() {
    return all.keepalive.at(id);
  }

  /**
   * Whether the CLIENT_RECONNECT among the outgoing messages was sent on a map that said that the
   * window for it was over; in scenarios where that is known. There is one at most: closing the
   * connection comes before sending another.
   */
  public Ref sentTooLate() {
    return all.sentTooLate.at(id);
  }

  /**
   * Messages that the client has not dispatched: structs of {@code op} and {@code request}, and of
   * the {@code inos} that a reply delegates where creates are asynchronous.
   */
  public Ref incoming() {
    return all.incoming.at(id);
  }

  /** Queues a message for the client, which delegates nothing. */
  Effect receives(ToClient op, Expr request) {
    return receives(op, request, value(0));
  }

  /** Queues a reply that delegates numbers. */
  Effect grants(Object op, Expr request, Expr inos) {
    return queue(op, request, inos, value(0), value(0));
  }

  /**
   * @param forwarded how often the request was, where that is known
   */
  Effect receives(ToClient op, Expr request, Expr forwarded) {
    return queue(op, request, null, forwarded, value(0));
  }

  /** Queues a message about the session with a number, where messages have one. */
  Effect receivesNumbered(ToClient op, Expr seq) {
    return queue(op, nobody(), null, value(0), seq);
  }

  private Effect queue(Object op, Expr request, Expr inos, Expr forwarded, Expr seq) {
    List<Object> message = new ArrayList<>(List.of(op, request));
    if (all.inos != null) message.add(inos == null ? emptySet(all.inos) : inos);
    if (all.forwards) message.add(forwarded);
    if (all.counts) message.add(seq);
    return enqueue(incoming(), message.toArray());
  }

  /** Messages that the MDS has not handled: structs of {@code op} and {@code request}. */
  public Ref outgoing() {
    return all.outgoing.at(id);
  }
}
