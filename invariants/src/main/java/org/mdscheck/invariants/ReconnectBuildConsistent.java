package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A reconnect that cannot be built leaves every field as before, or the session closed.
 *
 * <p>Formally: when {@code send_mds_reconnect()} returns an error, {@code s_seq}, {@code s_cap_gen}
 * and {@code s_cap_reconnect} have the values that they had on entry, or {@code s_state} is CLOSED.
 *
 * <p>Why it matters: a session that is declared usable again works with a sequence number, a
 * generation and a connection that the MDS has never heard of.
 *
 * <p>Rests on: nothing that is changed needs to be undone. Broken by {@link
 * Mutant#H18_KEEP_CAP_RECONNECT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}, the labels at its end.
 */
final class ReconnectBuildConsistent implements SessionProperty {
  @Override
  public String reference() {
    return "CONS-1";
  }

  @Override
  public String meaning() {
    return "a reconnect that cannot be built leaves every field as before, or the session closed";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
