package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A CLIENT_RECONNECT is sent on a connection that is open, as long as the session is registered.
 *
 * <p>Formally: when {@code send_mds_reconnect()} sends it, the connection is not CLOSED, or the
 * session is not in {@code mdsc->sessions[]} any more.
 *
 * <p>Why it matters: on a closed connection a message is dropped without a word. The session stays
 * RECONNECTING, and the MDS waits for the client until it evicts it.
 *
 * <p>Rests on: who closes the connection of a registered session holds its {@code s_mutex}. Broken
 * by {@link Mutant#RECONNECT_KEEPS_CLOSED}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}; net/ceph/messenger.c, {@code
 * ceph_con_send()}.
 */
final class ReconnectIsNotDropped implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-RECON";
  }

  @Override
  public String meaning() {
    return "a CLIENT_RECONNECT is sent on a connection that is open, as long as the session is registered";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
