package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.awaited;
import static org.mdscheck.invariants.Vocabulary.restarts;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An MDS that waits for a client which has no session with it can still get its reconnect.
 *
 * <p>Formally: AG (MDS {@code m} is in RECONNECT and waits for the client, the client's map says so
 * of this very daemon, nothing has failed, no umount has begun, and {@code mdsc->sessions[m]} is
 * null implies EF by steps that can be relied on: {@code m}, still in RECONNECT, has accepted the
 * reconnect), for each rank. The part of EVICT-1 that speaks of clients which gave their session up
 * or never had it; {@link AwaitedSessionReconnects} is the other. The timeout may strike at any
 * moment here, so what is asked is whether it can be met, not whether it is.
 *
 * <p>Why it matters: the MDS had the session open when it failed, so it waits for all of
 * mds_reconnect_timeout, and so does every other client; then it evicts this one and by default
 * blocklists it.
 *
 * <p>Rests on: nobody gives a session up while its MDS recovers; {@code check_new_map()} opens
 * sessions with export targets. Broken by {@link Mutant#H1_RECONNECT_ANY_MAP_STATE} and {@link
 * Mutant#H16_SKIP_EXPORT_TARGETS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code mds_peer_reset()}, {@code check_new_map()};
 * src/mds/Server.cc, {@code reconnect_tick()}; tracker.ceph.com 62489.
 */
final class AwaitedClientReconnects implements SessionProperty {
  @Override
  public String reference() {
    return "EVICT-1";
  }

  @Override
  public String meaning() {
    return "an MDS that waits for a client without a session can still get its reconnect";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return restarts(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return awaited(this, c, rank -> c.mdsc().session(rank).isNull());
  }
}
