package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No CLIENT_RECONNECT is sent on a map that says the MDS is not ready for it.
 *
 * <p>Formally: when {@code send_mds_reconnect()} sends, the map state that its caller decided by is
 * not below RECONNECT. The strict form of DOOM-1, one side of it.
 *
 * <p>Why it matters: the MDS answers CLOSE, the client drops the session, and when the window opens
 * it has nothing to reconnect: it is evicted when the window closes.
 *
 * <p>Rests on: the tests of the map state in {@code mds_peer_reset()} and {@code check_new_map()}.
 * Broken by {@link Mutant#H1_RECONNECT_ANY_MAP_STATE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code mds_peer_reset()}; tracker.ceph.com 62489.
 */
final class ReconnectNotTooEarly implements SessionProperty {
  @Override
  public String reference() {
    return "DOOM-1";
  }

  @Override
  public String meaning() {
    return "no CLIENT_RECONNECT is sent on a map that says the MDS is not ready for it";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
