package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * The numbers of capability messages: {@code s_seq}, which the client counts up with each that it
 * handles, and the MDS's push sequence, counted up with each that it sends. Both begin at 0 with a
 * session; an OPEN for a session that the MDS has open says what its number is. Only in a scenario
 * with {@link Context#PUSH_SEQUENCE}; elsewhere it matters only whether {@code s_seq} is 0, see
 * {@link Session#seq}.
 */
public final class PushSequence {
  /** Capability messages that an MDS sends in a session: a bound. */
  static final int MOST = 2;

  private final Ref client;
  private final Ref server;

  PushSequence(Spec.Builder spec, Ids ids) {
    client = spec.variable("s_seq.number", ids.sessionPool(), number());
    server = spec.variable("mds.push_seq", Type.array(ids.ranks(), number()));
  }

  /** A session object keeps its number when the MDS begins another session with it. */
  static Type number() {
    return Type.range(0, 3 * MOST);
  }

  /** {@code s_seq} of a session. */
  public Ref client(Expr session) {
    return client.at(session);
  }

  /** The push sequence of a rank. */
  public Ref server(Expr rank) {
    return server.at(rank);
  }
}
