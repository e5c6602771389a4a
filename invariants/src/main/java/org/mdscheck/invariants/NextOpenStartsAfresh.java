package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A session that is opened starts afresh at the MDS too.
 *
 * <p>Formally: when REQUEST_OPEN arrives at an MDS whose session with the client is open, the MDS
 * has issued no capabilities in it, or the client's object still has some, or is RESTARTING: then
 * it opens nothing but asks, and the answer ends it. The part of AGREE-1 that is the client's:
 * where the client never opens again, the MDS evicts it for want of renewals.
 *
 * <p>Why it matters: capabilities and file locks of the old session stay with the MDS, which holds
 * other clients up for them, revokes what the client does not have, and counts the requests of the
 * old session as done.
 *
 * <p>Rests on: whoever gives a session up tells the MDS, or is told by it. Broken by {@link
 * Mutant#HUNG_IS_DROPPED}.
 *
 * <p>Reference: src/mds/Server.cc, {@code handle_client_session()}, REQUEST_OPEN;
 * fs/ceph/mds_client.c, {@code mds_peer_reset()}.
 */
final class NextOpenStartsAfresh implements SessionProperty {
  @Override
  public String reference() {
    return "AGREE-1";
  }

  @Override
  public String meaning() {
    return "a session that is opened starts afresh at the MDS too";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.MDS_RECORD);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
