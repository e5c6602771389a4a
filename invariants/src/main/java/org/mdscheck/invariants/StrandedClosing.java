package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.stranded;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A registered session can always leave CLOSING.
 *
 * <p>Formally: AG (the registered session of rank {@code m} is CLOSING implies EF by steps that can
 * be relied on: rank {@code m} has no registered session, or one in another state), for each rank.
 *
 * <p>Why it matters: an umount waits for the close until it times out, and so does the worker that
 * has seen a corrupt snap trace.
 *
 * <p>Rests on: the MDS answers REQUEST_CLOSE, or {@code ceph_mdsc_close_sessions()} gives up and
 * unregisters. Broken by {@link Mutant#CLOSE_SESSIONS_KEEPS_CLOSING}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __close_session()}, {@code
 * ceph_mdsc_close_sessions()}.
 */
final class StrandedClosing implements SessionProperty {
  @Override
  public String reference() {
    return "STRANDED-CLOSING";
  }

  @Override
  public String meaning() {
    return "a registered session can always leave CLOSING";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.UMOUNT) || scenario.has(Context.CORRUPT_SNAP_TRACE);
  }

  @Override
  public Property on(CephModel c) {
    return stranded(this, c, CLOSING);
  }
}
