package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ConnectionState.CONNECTING;
import static org.mdscheck.model.cephfs.ConnectionState.OPEN;
import static org.mdscheck.model.cephfs.ConnectionState.RESETTING;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;

/**
 * {@code ceph_con_workfn()} of one connection, for ever: takes what the network brings, one thing
 * at a time, and calls the session code with a reference held.
 *
 * <p>Source: net/ceph/messenger.c, messenger_v2.c. {@code con->mutex} is dropped before each call,
 * so it is never held here.
 */
final class ConnectionWorker {
  private ConnectionWorker() {}

  static Program of(CephModel c, Expr id) {
    Session s = c.session(id);
    Connection con = c.connection(id);
    Local message = local("msg", c.messageToClient());
    List<Block> ways =
        new ArrayList<>(
            List.of(establish(c, s, con), dispatch(c, s, con, message), peerReset(c, s, con)));
    if (c.scenario().has(Context.MDS_MAPS)) ways.add(dispatchMap(c, s, con));
    if (c.scenario().has(Context.CAPS)) ways.add(dispatchRecall(c, s, con));
    return program("ceph_con_workfn", message)
        .loop(block().either(ways.toArray(Block[]::new)))
        .end();
  }

  /**
   * The handshake succeeds. The reference of the queued work goes; a second connection of the
   * client to the same MDS replaces the first.
   */
  private static Block establish(CephModel c, Session s, Connection con) {
    MdsRank mds = c.mds(con.rank());
    Expr sameDaemon =
        c.assumes(Assumption.NONCE_CHECKED)
            ? mds.instance().is(con.instance())
            : con.instance().isAtLeast(mds.address());
    Effect replace =
        c.assumes(Assumption.SECOND_CONNECTION_REPLACES)
            ? when(
                mds.connection().isNotNull(),
                assign(c.connection(mds.connection()).resetPending(), true))
            : all();
    Expr ready = con.state().is(CONNECTING).and(sameDaemon);
    if (con.blank() != null) ready = ready.and(not(con.blank()));
    Effect established =
        all(
            replace,
            assign(mds.connection(), s.id()),
            c.scenario().has(Context.CLEAN_RECOVER) ? c.fsc().connect(s.id()) : all(),
            assign(con.state(), OPEN),
            c.importsSessions() ? sendQueued(mds, con) : all(),
            SessionReference.put(c, s));
    Block plain = block().rest("(connection established)", ready, established);
    if (!c.assumes(Assumption.LATE_RECONNECT)) return plain;
    return block()
        .either(
            plain,
            block()
                .rest(
                    "(connection established, a reconnect was received on the other)",
                    ready
                        .and(mds.connection().isNotNull())
                        .and(CephConnection.receivedReconnect(mds, c.connection(mds.connection()))),
                    assign(mds.lateReconnect(), mds.connection()),
                    established));
  }

  /** What the MDS had to say before the client first connected. */
  private static Effect sendQueued(MdsRank mds, Connection con) {
    return when(mds.preopen(), con.receives(ToClient.OPEN, nobody()), assign(mds.preopen(), false));
  }

  private static Block dispatch(CephModel c, Session s, Connection con, Local message) {
    return block()
        .rest(
            "con->ops->dispatch(con, msg)",
            con.state().is(OPEN).and(not(isEmpty(con.incoming()))),
            SessionReference.get(s),
            c.variant().has(Hunk.DROP_LATE) ? assign(s.lateMessage(), false) : all(),
            dequeue(con.incoming(), message))
        .call(MdsDispatch.of(c, s, message))
        .step(
            "con->ops->put(con)",
            DelegatedInos.handled(c, s),
            SessionReference.put(c, s),
            reset(message));
  }

  /** An MDS sends the newest map whenever it likes. */
  private static Block dispatchMap(CephModel c, Session s, Connection con) {
    return block()
        .option(
            "con->ops->dispatch(con, CEPH_MSG_MDS_MAP)",
            con.state().is(OPEN).and(HandleMdsmap.isNewsFor(c)),
            SessionReference.get(s))
        .call(MdsDispatch.ofMap(c, s))
        .step("con->ops->put(con)", SessionReference.put(c, s));
  }

  /** An MDS recalls capabilities whenever it likes: those that the client has. */
  private static Block dispatchRecall(CephModel c, Session s, Connection con) {
    return block()
        .option(
            "con->ops->dispatch(con, CEPH_SESSION_RECALL_STATE)",
            con.state().is(OPEN).and(s.caps().isMore(0)),
            SessionReference.get(s))
        .call(MdsDispatch.ofRecall(c, s))
        .step("con->ops->put(con)", SessionReference.put(c, s));
  }

  /**
   * The MDS answered the attempt to resume with a reset: everything queued is dropped before the
   * session code is told.
   */
  private static Block peerReset(CephModel c, Session s, Connection con) {
    Expr goesOn =
        c.variant().is(Mutant.GO_ON_AFTER_PEER_RESET)
            ? con.state().isNot(ConnectionState.OPEN)
            : con.state().is(RESETTING);
    return block()
        .rest(
            "con->ops->peer_reset(con)",
            con.state()
                .is(OPEN)
                .and(con.resetPending())
                .and(mayBeToldOfReset(c, con))
                .and(new Standby(c, con).connectsAgain()),
            SessionReference.get(s),
            reset(con.incoming()),
            reset(con.outgoing()),
            assign(con.resetPending(), false),
            new Standby(c, con).forget(),
            assign(con.state(), RESETTING))
        .call(MdsPeerReset.of(c, s))
        .either(
            block()
                .await(
                    "(nobody touched the connection: a new handshake)",
                    goesOn,
                    warn(
                        "worker-leaves-closed-connection",
                        "the handshake goes on with a connection that was closed or re-opened",
                        con.state().is(RESETTING)),
                    assign(con.state(), CONNECTING)),
            block()
                .await(
                    "con->ops->put(con), the handshake is abandoned",
                    not(goesOn),
                    SessionReference.put(c, s)));
  }

  private static Expr mayBeToldOfReset(CephModel c, Connection con) {
    if (c.assumes(Assumption.RESET_UNDER_OLD_MAP)) return value(true);
    return c.mdsc().mapInstance(con.rank()).is(c.mds(con.rank()).instance());
  }
}
