package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Outcome;

/**
 * A request that waits can always complete.
 *
 * <p>Formally: AG (some request in the tree has neither result nor error implies EF by steps that
 * can be relied on: none has).
 *
 * <p>Why it matters: the caller sleeps in a system call. A kill ends the wait, but a kill counts as
 * a fault here, not as a way out.
 *
 * <p>Rests on: whoever ends or opens a session wakes {@code s_waiting} and kicks the requests of
 * the rank. Broken by {@link Mutant#NO_WAKE_ON_OPEN}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_wait_request()}, {@code __wake_requests()},
 * {@code kick_requests()}.
 */
final class StuckRequest implements SessionProperty {
  @Override
  public String reference() {
    return "STUCK-REQUEST";
  }

  @Override
  public String meaning() {
    return "a request that waits can always complete";
  }

  @Override
  public Property on(CephModel c) {
    Expr waits = exists(c.requests(), r -> isUnanswered(c, r));
    return new Property.Recovery(
        name(), meaning(), List.of(clause("every request completes", waits, not(waits))));
  }

  private static Expr isUnanswered(CephModel c, Expr r) {
    return contains(c.mdsc().requestTree(), r)
        .and(c.request(r).outcome().isOneOf(Outcome.NONE, Outcome.UNSENT));
  }
}
