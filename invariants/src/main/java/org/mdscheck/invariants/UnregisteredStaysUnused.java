package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.endsSessions;
import static org.mdscheck.invariants.Vocabulary.isBeingUnregistered;
import static org.mdscheck.invariants.Vocabulary.isUnregistered;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Connection;
import org.mdscheck.model.cephfs.ConnectionState;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Session;

/**
 * A session that was unregistered is not used for anything new.
 *
 * <p>Formally: for a live object {@code s} with {@code sessions[s->s_mds] != s}, from the end of
 * {@code __unregister_session()} on (the {@code ceph_con_close()} in it undoes what happens to the
 * connection before), no step makes {@code s} registered, opens its connection, queues a message on
 * it while it is not CLOSED, sets {@code r_session} to {@code s}, appends to {@code s_waiting} or
 * adds a capability.
 *
 * <p>Why it matters: nobody looks at the object any more. What is attached to it is never answered,
 * woken or closed, and a second connection of the rank makes the MDS reset the first.
 *
 * <p>Rests on: {@code mds_dispatch()}, {@code send_mds_reconnect()} and {@code __do_request()} look
 * at the table before they use a session. Broken by {@link Mutant#REUSE_SESSION}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}, {@code handle_reply()}, {@code
 * __do_request()}.
 */
final class UnregisteredStaysUnused implements SessionProperty {
  @Override
  public String reference() {
    return "REG-1";
  }

  @Override
  public String meaning() {
    return "a session that was unregistered is not used for anything new";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return endsSessions(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.StepInvariant(
        name(),
        meaning(),
        List.of(
            about("it stays unregistered", c, s -> not(next(c.isRegistered(s)))),
            about("its connection is not opened", c, s -> not(opensConnection(c, s))),
            about("no message is queued on its connection", c, s -> not(queuesMessage(c, s))),
            about("no request is attached to it", c, s -> not(attachesRequest(c, s))),
            about("it gets no capability", c, s -> next(s.caps()).isAtMost(s.caps()))));
  }

  private static Clause about(String name, CephModel c, Function<Session, Expr> conclusion) {
    return clauseOfSessions(
        name, c, s -> isUnregistered(c, s).and(not(isBeingUnregistered(c, s))), conclusion);
  }

  /** A handshake that goes on after a reset opens nothing new. */
  private static Expr opensConnection(CephModel c, Session s) {
    Connection con = c.connection(s.id());
    return con.state()
        .is(ConnectionState.CLOSED)
        .and(next(con.state()).isNot(ConnectionState.CLOSED));
  }

  private static Expr queuesMessage(CephModel c, Session s) {
    Connection con = c.connection(s.id());
    return next(length(con.outgoing())).isMore(length(con.outgoing()));
  }

  private static Expr attachesRequest(CephModel c, Session s) {
    return exists(
        c.requests(),
        r -> appears(c.request(r).session().is(s.id())).or(appears(contains(s.waiting(), r))));
  }

  private static Expr appears(Expr condition) {
    return not(condition).and(next(condition));
  }
}
