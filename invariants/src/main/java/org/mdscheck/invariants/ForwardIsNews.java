package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No request fails for a forward that the client has heard of before.
 *
 * <p>Formally: {@code handle_forward()} never fails a request with EMULTIHOP, and sends none again
 * with {@code fwd_seq <= req->r_num_fwd}; the overflow of an old MDS, for which the test is there,
 * takes more forwards than there are here.
 *
 * <p>Why it matters: the caller gets EMULTIHOP of a request that the other rank executes.
 *
 * <p>Rests on: an MDS counts up what the request says, and the request is with one MDS at a time.
 * Broken by {@link Mutant#FORWARDS_NOT_TOLD}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_forward()}; src/mds/MDSRank.cc, {@code
 * forward_message_mds()}.
 */
final class ForwardIsNews implements SessionProperty {
  @Override
  public String reference() {
    return "REQ-1";
  }

  @Override
  public String meaning() {
    return "no request fails for a forward that the client has heard of before";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.FORWARDING);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
