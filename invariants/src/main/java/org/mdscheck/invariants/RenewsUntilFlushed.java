package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.everyRank;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Connection;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.ServerSessionState;
import org.mdscheck.model.cephfs.ToMds;

/**
 * A client renews its sessions until an umount has flushed.
 *
 * <p>Formally: AG (no umount has begun, or one has and waits for its flushes, {@code
 * mdsc->sessions[m]} is OPEN or HUNG, the MDS calls it open and has its connection, and nothing has
 * failed, implies EF by steps that can be relied on: a REQUEST_RENEWCAPS is on its way), for each
 * rank. The part of EVICT-1 that is not about a reconnect.
 *
 * <p>Why it matters: flushing takes as long as it takes. A client that does not renew meanwhile is
 * evicted and by default blocklisted, and what it was still writing is lost.
 *
 * <p>Rests on: {@code delayed_work()} runs until the umount has flushed. Broken by {@link
 * Mutant#H21_STOP_RENEWALS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code delayed_work()}, {@code ceph_mdsc_pre_umount()};
 * tracker.ceph.com 61843.
 */
final class RenewsUntilFlushed implements SessionProperty {
  @Override
  public String reference() {
    return "EVICT-1";
  }

  @Override
  public String meaning() {
    return "a client renews its sessions until an umount has flushed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.DELAYED_WORK);
  }

  @Override
  public Property on(CephModel c) {
    return everyRank(
        this,
        c,
        rank -> isInUse(c, rank).and(isNotFlushed(c)).and(c.nothingFailed()),
        rank -> isRenewing(c, rank));
  }

  private static Expr isNotFlushed(CephModel c) {
    Expr mounted = not(c.mdsc().stopping());
    return c.scenario().has(Context.UMOUNT)
        ? mounted.or(inside(CephModel.UMOUNT_THREAD, null, "wait_requests"))
        : mounted;
  }

  private static Expr isInUse(CephModel c, Expr rank) {
    Expr registered = c.mdsc().session(rank);
    return registered
        .isNotNull()
        .and(c.session(registered).state().isOneOf(OPEN, HUNG))
        .and(c.mds(rank).connection().is(registered))
        .and(c.mds(rank).session().is(ServerSessionState.OPEN));
  }

  private static Expr isRenewing(CephModel c, Expr rank) {
    Expr registered = c.mdsc().session(rank);
    Connection con = c.connection(registered);
    return registered
        .isNotNull()
        .and(not(isEmpty(con.outgoing())))
        .and(con.outgoing().head().field("op").is(ToMds.REQUEST_RENEWCAPS));
  }
}
