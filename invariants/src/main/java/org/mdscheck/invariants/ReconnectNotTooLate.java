package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No CLIENT_RECONNECT is sent on a map that says the window for it is over.
 *
 * <p>Formally: when {@code send_mds_reconnect()} sends, the map state that its caller decided by is
 * not above RECONNECT. The strict form of DOOM-1, the other side of it.
 *
 * <p>Why it matters: an MDS in REJOIN, CLIENTREPLAY or ACTIVE answers CLOSE, whatever the session
 * is to it.
 *
 * <p>Rests on: the tests of the map state in {@code mds_peer_reset()} and {@code check_new_map()}.
 * Broken by {@link Mutant#RECONNECT_PAST_WINDOW}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code mds_peer_reset()}, {@code check_new_map()};
 * src/mds/Server.cc, {@code handle_client_reconnect()}.
 */
final class ReconnectNotTooLate implements SessionProperty {
  @Override
  public String reference() {
    return "DOOM-1";
  }

  @Override
  public String meaning() {
    return "no CLIENT_RECONNECT is sent on a map that says the window for it is over";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
