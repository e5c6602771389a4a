package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.stranded;
import static org.mdscheck.model.cephfs.SessionState.OPENING;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A registered session can always leave OPENING.
 *
 * <p>Formally: AG (the registered session of rank {@code m} is OPENING implies EF by steps that can
 * be relied on: rank {@code m} has no registered session, or one in another state), for each rank.
 *
 * <p>Why it matters: every request of the rank waits on {@code s_waiting}, and REQUEST_OPEN is
 * never sent again.
 *
 * <p>Rests on: the MDS answers REQUEST_OPEN, or the connection is reset, or the map changes. Broken
 * by {@link Mutant#OPEN_KEEPS_STATE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __open_session()}, {@code handle_session()}.
 */
final class StrandedOpening implements SessionProperty {
  @Override
  public String reference() {
    return "STRANDED-OPENING";
  }

  @Override
  public String meaning() {
    return "a registered session can always leave OPENING";
  }

  @Override
  public Property on(CephModel c) {
    return stranded(this, c, OPENING);
  }
}
