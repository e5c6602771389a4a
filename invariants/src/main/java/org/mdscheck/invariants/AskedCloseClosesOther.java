package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No CLOSE in answer to a REQUEST_CLOSE closes another session object.
 *
 * <p>Formally: a CLOSE that {@code handle_session()} handles for {@code s} does not answer a
 * REQUEST_CLOSE that another object of the rank sent.
 *
 * <p>Why it matters: an MDS parks a REQUEST_CLOSE until it is ACTIVE, journals the close, and
 * answers on the connection that the session has by then. A client that did not wait for the answer
 * may have a new session there, and loses it with its capabilities and what they protect.
 *
 * <p>Rests on: who asks for a close keeps the session registered until the answer comes, or does
 * not open another one. Broken by {@link Mutant#UNREGISTER_ASKS_FOR_CLOSE}.
 *
 * <p>Reference: src/mds/Server.cc, {@code handle_client_session()}; fs/ceph/mds_client.c, {@code
 * ceph_mdsc_reset_workfn()}.
 */
final class AskedCloseClosesOther implements SessionProperty {
  @Override
  public String reference() {
    return "CLOSE-1";
  }

  @Override
  public String meaning() {
    return "no CLOSE in answer to a REQUEST_CLOSE closes another session object";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.PARKED);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
