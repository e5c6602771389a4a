package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.restarts;
import static org.mdscheck.invariants.Vocabulary.stranded;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A registered session can always leave RESTARTING.
 *
 * <p>Formally: AG (the registered session of rank {@code m} is RESTARTING implies EF by steps that
 * can be relied on: rank {@code m} has no registered session, or one in another state), for each
 * rank.
 *
 * <p>Why it matters: the connection is closed, so nothing can arrive that would end it.
 *
 * <p>Rests on: {@code check_new_map()} reconnects a RESTARTING session when the MDS is ready for
 * it. Broken by {@link Mutant#NEW_MAP_FORGETS_RESTARTING}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code check_new_map()}.
 */
final class StrandedRestarting implements SessionProperty {
  @Override
  public String reference() {
    return "STRANDED-RESTARTING";
  }

  @Override
  public String meaning() {
    return "a registered session can always leave RESTARTING";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return restarts(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return stranded(this, c, RESTARTING);
  }
}
