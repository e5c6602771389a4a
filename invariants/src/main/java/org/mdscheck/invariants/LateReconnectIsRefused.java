package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No CLIENT_RECONNECT sent on a map that says the window is over is accepted.
 *
 * <p>Formally: when an MDS accepts a CLIENT_RECONNECT that arrives on the session's current
 * connection, the map state by which its sender decided was not above RECONNECT. One that is
 * handled after its connection was closed is left out: which of several it was is not known.
 *
 * <p>Why it matters: it is what makes such a reconnect useless. Were one accepted, a client that
 * does not send it would give up a session that it could have kept.
 *
 * <p>Rests on: an MDS takes reconnects in RECONNECT only, and no map is ahead of the MDS. Broken by
 * {@link Mutant#MDS_ACCEPTS_LATE_RECONNECT}.
 *
 * <p>Reference: src/mds/Server.cc, {@code handle_client_reconnect()}.
 */
final class LateReconnectIsRefused implements SessionProperty {
  @Override
  public String reference() {
    return "DOOM-1";
  }

  @Override
  public String meaning() {
    return "no CLIENT_RECONNECT sent on a map that says the window is over is accepted";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.RECONNECT_WINDOW);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
