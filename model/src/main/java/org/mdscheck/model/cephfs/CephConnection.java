package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ConnectionState.CLOSED;
import static org.mdscheck.model.cephfs.ConnectionState.CONNECTING;
import static org.mdscheck.model.cephfs.ConnectionState.OPEN;
import static org.mdscheck.model.cephfs.Context.FORWARDING;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;

/**
 * {@code ceph_con_send()}, {@code ceph_con_open()} and {@code ceph_con_close()} as the session code
 * sees them.
 *
 * <p>Source: net/ceph/messenger.c. Each holds {@code con->mutex}, a leaf lock, so each is one step.
 */
final class CephConnection {
  private CephConnection() {}

  /** Queues a message; on a closed connection it is dropped silently. */
  static Effect send(CephModel c, Session s, ToMds op) {
    return unlessClosed(c, s, queue(c, s, op, nobody(), value(0)));
  }

  /**
   * @param op a {@link ToMds} or an expression of that type
   */
  static Effect send(CephModel c, Session s, Object op, Expr request) {
    boolean tells = c.scenario().has(FORWARDING) && !c.variant().is(Mutant.FORWARDS_NOT_TOLD);
    Expr forwarded = tells ? c.request(request).numFwd() : value(0);
    return unlessClosed(c, s, queue(c, s, op, request, forwarded));
  }

  private static Effect unlessClosed(CephModel c, Session s, Effect effect) {
    return when(c.connection(s.id()).state().isNot(CLOSED), effect);
  }

  /** Only the number of a REQUEST_CLOSE is looked at. */
  private static Effect queue(CephModel c, Session s, Object op, Expr request, Expr forwarded) {
    List<Object> message = new ArrayList<>(List.of(op, request));
    if (c.countsPushes())
      message.add(op == ToMds.REQUEST_CLOSE ? c.pushSequence().client(s.id()) : value(0));
    if (c.scenario().has(FORWARDING)) message.add(forwarded);
    return enqueue(c.connection(s.id()).outgoing(), message.toArray());
  }

  /**
   * Queues a message unless another one is unsent: a later renewal or flush does as well. The
   * kernel queues it all the same; here there would be no bound to them.
   */
  static Effect sendOnce(CephModel c, Session s, ToMds op) {
    Connection con = c.connection(s.id());
    return when(
        con.state().isNot(CLOSED).and(isEmpty(con.outgoing())),
        queue(c, s, op, nobody(), value(0)));
  }

  /**
   * Opens with the address that the map gives for the rank, and queues the work item, which holds a
   * reference. The address is read without M: a map swapped between the read and the open is the
   * same as one swapped after it.
   */
  static Effect open(CephModel c, Session s) {
    return open(
        c, s, c.mdsc().mapState(s.rank()).isNot(MdsState.DNE), c.mdsc().mapInstance(s.rank()));
  }

  /**
   * As above, with an address that was read before.
   *
   * @param hasAddress whether the map has the rank; where it can be there without a daemon, whether
   *     its address is not blank
   * @param instance the instance whose address it gives
   */
  static Effect open(CephModel c, Session s, Expr hasAddress, Expr instance) {
    Connection con = c.connection(s.id());
    return all(
        con.blank() == null
            ? check(
                "bug-on",
                "ceph_con_open() without an address: the rank is not in the map",
                hasAddress)
            : assign(con.blank(), not(hasAddress)),
        warn(
            "bug-on", "ceph_con_open() of a connection that is not closed", con.state().is(CLOSED)),
        assign(con.state(), CONNECTING),
        assign(con.rank(), s.rank()),
        assign(con.instance(), instance),
        SessionReference.get(s));
  }

  /** What was received until now is late. Caller holds {@code s_mutex}; in no shipped tree. */
  static Block countClose(CephModel c, Session s) {
    if (!c.variant().has(Hunk.DROP_LATE)) return block();
    return block().step("s->s_con_gen++", assign(s.lateMessage(), true));
  }

  /**
   * Closes: queued messages are dropped, pending work is cancelled and its reference put, a running
   * worker is not waited for. A CLIENT_RECONNECT that the MDS has received by then may still be
   * handled; of the other messages that makes no difference, the MDS might have handled them a
   * moment earlier.
   */
  static Program close(CephModel c, Session s) {
    return close(c, s, all());
  }

  /**
   * As above.
   *
   * @param check what must be true of the connection
   */
  static Program close(CephModel c, Session s, Effect check) {
    Connection con = c.connection(s.id());
    MdsRank mds = c.mds(con.rank());
    Expr received =
        con.state().is(OPEN).and(mds.connection().is(s.id())).and(receivedReconnect(mds, con));
    return program("ceph_con_close")
        .only(
            c.assumes(Assumption.LATE_RECONNECT),
            block()
                .either(
                    block().step("ceph_con_close(&s->s_con)", check, closed(c, s)),
                    block()
                        .await(
                            "ceph_con_close(&s->s_con), the reconnect was received",
                            received,
                            check,
                            assign(mds.lateReconnect(), s.id()),
                            closed(c, s))))
        .only(
            !c.assumes(Assumption.LATE_RECONNECT),
            block().step("ceph_con_close(&s->s_con)", check, closed(c, s)))
        .end();
  }

  /**
   * Whether the MDS may have received a CLIENT_RECONNECT on a connection, and not yet handled it.
   */
  static Expr receivedReconnect(MdsRank mds, Connection con) {
    return not(isEmpty(con.outgoing()))
        .and(con.outgoing().head().field("op").is(ToMds.CLIENT_RECONNECT))
        .and(mds.lateReconnect().isNull());
  }

  private static Effect closed(CephModel c, Session s) {
    Connection con = c.connection(s.id());
    MdsRank mds = c.mds(con.rank());
    return all(
        when(mds.connection().is(s.id()), assign(mds.connection(), nobody())),
        reset(con.incoming()),
        reset(con.outgoing()),
        c.scenario().has(Context.RECONNECT_WINDOW) ? reset(con.sentTooLate()) : all(),
        reset(con.resetPending()),
        new Standby(c, con).forget(),
        con.blank() == null ? all() : reset(con.blank()),
        reset(con.instance()),
        reset(con.rank()),
        whenElse(
            con.state().is(CONNECTING),
            all(assign(con.state(), CLOSED), SessionReference.put(c, s)),
            assign(con.state(), CLOSED)));
  }
}
