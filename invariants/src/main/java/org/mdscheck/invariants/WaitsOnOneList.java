package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No request is put on a wait list while it is on one.
 *
 * <p>Formally: when {@code __do_request()} appends a request to {@code s_waiting} of some session
 * or to {@code waiting_for_map}, {@code r_wait} is linked in none of them.
 *
 * <p>Why it matters: {@code list_add()} of an entry that is linked corrupts both lists: {@code
 * __wake_requests()} then loops for ever or walks into another list.
 *
 * <p>Rests on: whoever does a request again takes it off its list first, and so does who finds it
 * by its tid. {@code handle_forward()} does not. Broken by {@link Mutant#KICK_LEAVES_ON_LIST}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_forward()}, {@code kick_requests()}.
 */
final class WaitsOnOneList implements SessionProperty {
  @Override
  public String reference() {
    return "REQ-1";
  }

  @Override
  public String meaning() {
    return "no request is put on a wait list while it is on one";
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
