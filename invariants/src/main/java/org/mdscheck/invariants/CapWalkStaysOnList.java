package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A walk over capabilities stands on one of the session that it walks.
 *
 * <p>Formally: when {@code ceph_iterate_session_caps(s)} goes on from a capability, that one is on
 * {@code s->s_caps}.
 *
 * <p>Why it matters: the next one is found through it. When it was freed meanwhile, or moved to the
 * list of another session, the walk follows memory that is not its own, and its end never comes.
 *
 * <p>Rests on: {@code s_cap_iterator}, and one session for each rank and inode. Broken by {@link
 * Mutant#RECALL_WITHOUT_S_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_iterate_session_caps()}; caps.c, {@code
 * ceph_add_cap()}, {@code __ceph_remove_cap()}.
 */
final class CapWalkStaysOnList implements SessionProperty {
  @Override
  public String reference() {
    return "GUARD-1";
  }

  @Override
  public String meaning() {
    return "a walk over capabilities stands on one of the session that it walks";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CAPS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
