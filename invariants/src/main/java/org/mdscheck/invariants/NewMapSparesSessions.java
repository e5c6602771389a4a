package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * {@code check_new_map()} leaves a session alone that the new map does not concern.
 *
 * <p>Formally: it closes the connection of a session and writes RESTARTING only if the address of
 * the rank differs between the old map and the new one; it unregisters a session only if the rank
 * has left the map; it calls {@code send_mds_reconnect()} for no session that is OPEN or HUNG and
 * whose connection is not closed. Of a session that was reconnected to the new address between the
 * look at the maps and the close {@link NewMapKeepsNewConnection} speaks.
 *
 * <p>Why it matters: a session that is restarted while its MDS lives loses what is on its way; the
 * MDS, which is not in RECONNECT, answers the reconnect with CLOSE, and capabilities, file locks
 * and requests are lost.
 *
 * <p>Rests on: the three conditions of its first loop. Broken by {@link
 * Mutant#NEW_MAP_RESTARTS_ALL}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code check_new_map()}.
 */
final class NewMapSparesSessions implements SessionProperty {
  @Override
  public String reference() {
    return "STATE-1";
  }

  @Override
  public String meaning() {
    return "check_new_map() leaves a session alone that the new map does not concern";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
