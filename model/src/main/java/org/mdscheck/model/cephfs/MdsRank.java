package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/** An MDS rank as it really is, and the session that it keeps for this client. */
public final class MdsRank {
  private final ServerVariables all;
  private final Expr rank;

  MdsRank(ServerVariables all, Expr rank) {
    this.all = all;
    this.rank = rank;
  }

  Expr id() {
    return rank;
  }

  /** The number of the daemon that holds the rank. */
  public Ref instance() {
    return all.instance.at(rank);
  }

  /** Its actual state. */
  public Ref state() {
    return all.state.at(rank);
  }

  /** The state that it has asked the monitor for. */
  public Ref wants() {
    return all.wants.at(rank);
  }

  public Ref session() {
    return all.session.at(rank);
  }

  /** The session object whose connection is the session's current connection, or null. */
  public Ref connection() {
    return all.connection.at(rank);
  }

  /** Whether it waits, in RECONNECT, for the client. */
  public Ref awaited() {
    return all.awaited.at(rank);
  }

  /**
   * The session object whose CLIENT_RECONNECT it received on a connection that the client has
   * closed since, or null.
   */
  public Ref lateReconnect() {
    return all.lateReconnect.at(rank);
  }

  /** Requests that wait until it is ACTIVE. */
  public Ref parked() {
    return all.parked.at(rank);
  }

  /** Requests that wait for CLIENTREPLAY. */
  public Ref replay() {
    return all.replay.at(rank);
  }

  /**
   * Whether an OPEN waits for the client's first connection: the session was opened by force, for
   * an import.
   */
  public Ref preopen() {
    return all.preopen.at(rank);
  }

  /** Requests executed in the session, where the MDS keeps a record. */
  public Ref executed() {
    return all.executed.at(rank);
  }

  /** Whether it has issued capabilities in the session, where it keeps a record. */
  public Ref issued() {
    return all.issued.at(rank);
  }

  /**
   * The session objects whose REQUEST_OPEN waits for CLIENTREPLAY, where it is kept apart. A second
   * one of an object would be answered as the first, or dropped.
   */
  Ref parkedOpens() {
    return all.parkedOpens == null ? null : all.parkedOpens.at(rank);
  }

  /** The session objects whose REQUEST_CLOSE waits for ACTIVE, where it is kept apart. */
  Ref parkedCloses() {
    return all.parkedCloses == null ? null : all.parkedCloses.at(rank);
  }

  /** Whether a REQUEST_OPEN waits until the close of the session is journaled, where it does. */
  Ref waitingOpen() {
    return all.waitingOpen == null ? null : all.waitingOpen.at(rank);
  }

  /** How often a request that waits until it is ACTIVE was forwarded before, where requests are. */
  Ref parkedForwards(Expr request) {
    return all.parkedForwards.at(rank).at(request);
  }

  /** The session object that asked for the close which is being journaled, or null. */
  Ref closer() {
    return all.closer.at(rank);
  }

  /**
   * Whether something that it keeps names a session object, whose memory is then not used again.
   */
  Expr names(Expr session) {
    Expr late = lateReconnect().is(session);
    if (all.closer == null) return late;
    return late.or(session.isIn(parkedOpens()))
        .or(session.isIn(parkedCloses()))
        .or(closer().is(session));
  }

  /**
   * The first of the instances at the present ip:port, where nothing else tells them apart: a
   * connection opened to any of them reaches the daemon.
   */
  Ref address() {
    return all.address.at(rank);
  }

  /** Whether the monitor has not heard of it for a while. */
  public Ref laggy() {
    return all.laggy.at(rank);
  }

  /** Requests answered unsafe whose safe reply is due. */
  public Ref journal() {
    return all.journal.at(rank);
  }
}
