package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A request that was answered with an unsafe reply can always become safe, or is given up.
 *
 * <p>Formally: AG (some request in the tree has GOT_UNSAFE implies EF by steps that can be relied
 * on: none has). {@code stuck-request} speaks of those that have no answer.
 *
 * <p>Why it matters: a sync, an fsync of the directory and an umount wait for it, the first two for
 * ever.
 *
 * <p>Rests on: a reconnect sends it again as a replay, and the end of a session unregisters it.
 * Broken by {@link Mutant#REPLAY_FORGETS_UNSAFE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code replay_unsafe_requests()}, {@code
 * cleanup_session_requests()}.
 */
final class UnsafeRequestBecomesSafe implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-REQ";
  }

  @Override
  public String meaning() {
    return "a request that was answered with an unsafe reply can always become safe, or is given up";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.has(Context.NO_REQUESTS);
  }

  @Override
  public Property on(CephModel c) {
    Expr unsafe =
        exists(
            c.requests(), r -> contains(c.mdsc().requestTree(), r).and(c.request(r).gotUnsafe()));
    return new Property.Recovery(
        name(), meaning(), List.of(clause("every request becomes safe", unsafe, not(unsafe))));
  }
}
