package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;

/**
 * What an MDS keeps with the client's session beside its state: the capabilities that it has issued
 * and the requests that it has executed. Nothing where {@link Context#MDS_RECORD} does not take
 * part.
 *
 * <p>Source: src/mds/Server.cc, SessionMap.h ({@code completed_requests}). Both go with the
 * session. The table of completed requests is looked at for a replay or a retry, not for a request
 * that says it is sent for the first time.
 */
final class MdsRecord {
  private final CephModel c;
  private final MdsRank mds;
  private final boolean kept;

  MdsRecord(CephModel c, MdsRank mds) {
    this.c = c;
    this.mds = mds;
    kept = c.scenario().has(Context.MDS_RECORD);
  }

  /** A request is executed that the table was not asked for. */
  Effect execute(Expr request) {
    if (!kept) return all();
    return all(
        warn(
            "executed-once",
            "the MDS has executed the request in this session before",
            not(request.isIn(mds.executed()))),
        executeUnlessDone(request));
  }

  /** A replay: what the table has is answered again, anything else executed. */
  Effect executeUnlessDone(Expr request) {
    return kept ? all(add(mds.executed(), request), assign(mds.issued(), true)) : all();
  }

  /** Whether the table has a request. */
  Expr has(Expr request) {
    return kept ? request.isIn(mds.executed()) : value(false);
  }

  /** REQUEST_OPEN has arrived on {@code con} for a session in some state. */
  Effect open() {
    if (!kept) return all();
    return warn(
        "next-open-starts-afresh",
        "the MDS goes on with a session whose capabilities the client has dropped",
        mds.session()
            .isNot(ServerSessionState.OPEN)
            .or(not(mds.issued()))
            .or(c.session(mds.connection()).caps().isMore(0))
            .or(c.session(mds.connection()).state().is(SessionState.RESTARTING)));
  }

  /** The client has told its capabilities. */
  Effect reconnect(Expr session) {
    return kept ? assign(mds.issued(), c.session(session).caps().isMore(0)) : all();
  }

  /** The session ends. */
  Effect end() {
    return kept ? all(reset(mds.executed()), reset(mds.issued())) : all();
  }

  /** The daemon dies: what it had not journaled has not happened. */
  Effect fail() {
    if (!kept) return all();
    return forEach(
        c.requests(), r -> List.of(when(r.isIn(mds.journal()), drop(mds.executed(), r))));
  }
}
