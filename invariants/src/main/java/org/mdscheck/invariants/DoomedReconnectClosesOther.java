package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No CLOSE in answer to a CLIENT_RECONNECT closes another session object.
 *
 * <p>Formally: a CLOSE that {@code handle_session()} handles for {@code s} does not answer a
 * CLIENT_RECONNECT that another object of the rank sent. The weak form of DOOM-1, the harmful one.
 *
 * <p>Why it matters: the MDS sends CLOSE through the session's current connection, which by then
 * can be that of a healthy new session.
 *
 * <p>Rests on: no CLIENT_RECONNECT is on its way when a new object of the rank opens. Broken by
 * {@link Mutant#RECONNECT_PAST_WINDOW}.
 *
 * <p>Reference: src/mds/Server.cc, {@code handle_client_reconnect()}; fs/ceph/mds_client.c, {@code
 * handle_session()}.
 */
final class DoomedReconnectClosesOther implements SessionProperty {
  @Override
  public String reference() {
    return "DOOM-1";
  }

  @Override
  public String meaning() {
    return "no CLOSE in answer to a CLIENT_RECONNECT closes another session object";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
