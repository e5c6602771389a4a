package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.restarts;
import static org.mdscheck.invariants.Vocabulary.stranded;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A registered session can always leave RECONNECTING.
 *
 * <p>Formally: AG (the registered session of rank {@code m} is RECONNECTING implies EF by steps
 * that can be relied on: rank {@code m} has no registered session, or one in another state), for
 * each rank.
 *
 * <p>Why it matters: every request of the rank waits on {@code s_waiting}, and only a further
 * restart of the MDS or an umount would get it off.
 *
 * <p>Rests on: the MDS answers CLIENT_RECONNECT with OPEN or CLOSE, and a reconnect that was not
 * sent is undone or tried again. Broken by {@link Mutant#OPEN_KEEPS_STATE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}, {@code handle_session()}.
 */
final class StrandedReconnecting implements SessionProperty {
  @Override
  public String reference() {
    return "STRANDED-RECONNECTING";
  }

  @Override
  public String meaning() {
    return "a registered session can always leave RECONNECTING";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return restarts(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return stranded(this, c, RECONNECTING);
  }
}
