package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An MDS executes no request twice in one session.
 *
 * <p>Formally: when MDS {@code m} executes a request, it has not executed it since the client's
 * session with it was opened, unless the daemon failed before it was journaled.
 *
 * <p>Why it matters: the caller gets the result of the second time, of an operation that was
 * already done.
 *
 * <p>Rests on: the retry count tells the MDS to look into its table of completed requests, which
 * lives as long as its session. Broken by {@link Mutant#SEND_WITHOUT_COUNT}.
 *
 * <p>Reference: src/mds/Server.cc, {@code handle_client_request()}; fs/ceph/mds_client.c, {@code
 * cleanup_session_requests()}.
 */
final class ExecutedOnce implements SessionProperty {
  @Override
  public String reference() {
    return "ONCE-1";
  }

  @Override
  public String meaning() {
    return "an MDS executes no request twice in one session";
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
