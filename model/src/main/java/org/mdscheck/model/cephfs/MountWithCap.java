package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * Where {@link Context#CAP_EXPORTS} takes part: what has happened before. The first rank has an
 * open session with a capability, the other one has none. Nothing else happens meanwhile.
 */
final class MountWithCap {
  private MountWithCap() {}

  static Program of(CephModel c) {
    Expr rank = c.ids().exporter();
    Local session = local("s", Type.nullable(c.sessions()));
    Session s = c.session(session);
    return program("mount", session)
        .then(Mount.opening(c, rank, session))
        .step("(it is open, a file is in use)", open(c, c.mds(rank), s))
        .end();
  }

  private static Effect open(CephModel c, MdsRank mds, Session s) {
    Connection con = c.connection(s.id());
    return all(
        assign(s.state(), SessionState.OPEN),
        assign(s.seq(), true),
        assign(con.state(), ConnectionState.OPEN),
        assign(con.rank(), mds.id()),
        assign(mds.session(), ServerSessionState.OPEN),
        assign(mds.connection(), s.id()),
        c.capExports().mount(s));
  }
}
