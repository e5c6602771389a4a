package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.everyRank;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.MdsState;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Outcome;

/**
 * Where a request waits for an MDS that is ACTIVE, a session with it can be open in the end.
 *
 * <p>Formally: AG (MDS {@code m} is ACTIVE, nothing has failed, and a request for {@code m} in the
 * tree has neither result nor error implies EF by steps that can be relied on: {@code
 * mdsc->sessions[m]} is OPEN or HUNG, or no such request is left), for each rank. OPEN-1 as far as
 * it can be said without fairness.
 *
 * <p>Why it matters: both sides are well and do not find each other; every access to the file
 * system hangs.
 *
 * <p>Rests on: a session that the MDS has given up is noticed by the client, which opens another.
 * Broken by {@link Mutant#OPEN_KEEPS_STATE} and {@link Mutant#H8_SKIP_OPENING}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __do_request()}, {@code check_session_state()};
 * tracker.ceph.com 41551.
 */
final class WaitingRequestOpensSession implements SessionProperty {
  @Override
  public String reference() {
    return "OPEN-1";
  }

  @Override
  public String meaning() {
    return "where a request waits for an ACTIVE MDS, a session with it can be open in the end";
  }

  @Override
  public Property on(CephModel c) {
    return everyRank(
        this,
        c,
        rank -> isActive(c, rank).and(isWaitedFor(c, rank)).and(c.nothingFailed()),
        rank -> isUsable(c, rank).or(not(isWaitedFor(c, rank))));
  }

  private static Expr isActive(CephModel c, Expr rank) {
    return c.mds(rank).state().is(MdsState.ACTIVE).and(c.mds(rank).wants().is(MdsState.ACTIVE));
  }

  private static Expr isWaitedFor(CephModel c, Expr rank) {
    return exists(
        c.requests(),
        r ->
            contains(c.mdsc().requestTree(), r)
                .and(c.request(r).rank().is(rank))
                .and(c.request(r).outcome().is(Outcome.NONE)));
  }

  private static Expr isUsable(CephModel c, Expr rank) {
    Expr session = c.mdsc().session(rank);
    return session.isNotNull().and(c.session(session).state().isOneOf(OPEN, HUNG));
  }
}
