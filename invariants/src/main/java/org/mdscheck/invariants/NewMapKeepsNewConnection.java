package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * {@code check_new_map()} leaves a connection alone that goes to the address of the new map.
 *
 * <p>Formally: when it closes the connection of a session, that is closed already, or its address
 * is another one than that of the rank in the map.
 *
 * <p>Why it matters: somebody has reconnected the session since the map was put in place, and the
 * MDS may have accepted it. A second CLIENT_RECONNECT is answered with CLOSE if the MDS has left
 * RECONNECT by then, and capabilities, file locks and requests are lost.
 *
 * <p>Rests on: it looks at the connection again when it has {@code s_mutex}. Broken by {@link
 * Mutant#NEW_MAP_RESTARTS_ALL}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code check_new_map()}, {@code mds_peer_reset()}.
 */
final class NewMapKeepsNewConnection implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-RECON";
  }

  @Override
  public String meaning() {
    return "check_new_map() leaves a connection alone that goes to the address of the new map";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
