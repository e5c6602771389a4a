package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.awaited;
import static org.mdscheck.invariants.Vocabulary.restarts;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An MDS that waits for a client which is to reconnect can still get its reconnect.
 *
 * <p>Formally: AG (MDS {@code m} is in RECONNECT and waits for the client, the client's map says so
 * of this very daemon, nothing has failed, no umount has begun, and {@code mdsc->sessions[m]} is
 * RESTARTING or RECONNECTING implies EF by steps that can be relied on: {@code m}, still in
 * RECONNECT, has accepted the reconnect), for each rank. LIVE-RECON as far as it can be said
 * without fairness, and with {@link AwaitedClientReconnects} EVICT-1.
 *
 * <p>Why it matters: the client is there, knows its MDS is waiting, and is evicted all the same.
 *
 * <p>Rests on: {@code check_new_map()} finds the session RESTARTING and reconnects it. Broken by
 * {@link Mutant#NEW_MAP_FORGETS_RESTARTING}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code check_new_map()}, {@code send_mds_reconnect()};
 * src/mds/Server.cc, {@code handle_client_reconnect()}.
 */
final class AwaitedSessionReconnects implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-RECON";
  }

  @Override
  public String meaning() {
    return "an MDS that waits for a client which is to reconnect can still get its reconnect";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return restarts(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return awaited(
        this,
        c,
        rank -> {
          Expr session = c.mdsc().session(rank);
          return session
              .isNotNull()
              .and(c.session(session).state().isOneOf(RESTARTING, RECONNECTING));
        });
  }
}
