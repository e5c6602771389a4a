package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * Where {@link Context#ASYNC_CREATE} takes part: what has happened before. The first rank has an
 * open session, whose capabilities allow creates; one number is delegated, the others are still
 * with the MDS. Without that there is no asynchronous create. Nothing else happens meanwhile.
 */
final class Mount {
  private Mount() {}

  static Program of(CephModel c) {
    Expr rank = c.ids().rank(0);
    Local session = local("s", Type.nullable(c.sessions()));
    Session s = c.session(session);
    return program("mount", session)
        .then(opening(c, rank, session))
        .choose(
            "(it is open, its capabilities allow creates, an ino is delegated)",
            c.inos(),
            x -> open(c, rank, s, x))
        .end();
  }

  /** A session of the rank, which is noted in {@code session}, is registered and being opened. */
  static Block opening(CephModel c, Expr rank, Local session) {
    return block()
        .choose(
            "(a session is registered)",
            c.sessions(),
            x ->
                given(
                    value(true),
                    assign(session, x),
                    assign(c.session(x).references(), 1),
                    assign(c.session(x).rank(), rank),
                    assign(c.mdsc().session(rank), x),
                    increment(c.mdsc().sessionCount())))
        .step("(it is being opened)", assign(c.session(session).state(), SessionState.OPENING));
  }

  private static Block.Given open(CephModel c, Expr rank, Session s, Expr ino) {
    MdsRank mds = c.mds(rank);
    Connection con = c.connection(s.id());
    ServerInos server = c.serverInos(rank);
    return given(
        value(true),
        assign(s.state(), SessionState.OPEN),
        assign(s.caps(), 1),
        assign(s.seq(), true),
        assign(con.state(), ConnectionState.OPEN),
        assign(con.rank(), rank),
        assign(mds.session(), ServerSessionState.OPEN),
        assign(mds.connection(), s.id()),
        Directory.fill(c, s),
        add(c.delegatedInos(s.id()).numbers(), ino),
        add(server.delegated(), ino),
        forEach(c.inos(), x -> List.of(when(x.isNot(ino), add(server.free(), x)))),
        assign(c.mounted(), true));
  }
}
