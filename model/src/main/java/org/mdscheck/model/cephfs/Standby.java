package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;

/**
 * What becomes of a connection that the MDS has dropped: with messages or a keepalive to send the
 * client connects again, and is told; with none it stands by, and learns of nothing. Where {@link
 * Context#STANDBY} does not take part it connects again by itself.
 *
 * <p>Source: net/ceph/messenger.c, {@code con_fault()}, {@code ceph_con_keepalive()}. What was sent
 * and not acknowledged counts as to be sent. The MDS does not connect to a client.
 */
final class Standby {
  private final boolean matters;
  private final Connection con;

  Standby(CephModel c, Connection con) {
    this.con = con;
    matters = c.scenario().has(Context.STANDBY);
  }

  /** Whether the client would notice that the MDS has dropped the connection. */
  Expr connectsAgain() {
    return matters ? not(isEmpty(con.outgoing())).or(con.keepalive()) : value(true);
  }

  /** {@code ceph_con_keepalive()}. */
  Effect keepAlive() {
    return when(
        con.state().is(ConnectionState.OPEN).and(con.resetPending()),
        assign(con.keepalive(), true));
  }

  /** The connection is closed, or starts anew. */
  Effect forget() {
    return matters ? reset(con.keepalive()) : all();
  }

  /** The MDS drops the connection: what has not arrived is lost. */
  Effect lose() {
    return matters ? reset(con.incoming()) : all();
  }
}
