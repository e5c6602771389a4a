package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The capabilities of a session are walked under {@code s_mutex}, by one walk at a time.
 *
 * <p>Formally: a step that makes {@code s_cap_iterator} point at a capability is taken by a thread
 * that holds a {@code s_mutex}, and finds {@code s_cap_iterator} NULL or where the same walk left
 * it.
 *
 * <p>Why it matters: {@code s_cap_iterator} keeps the capability that a walk stands on from being
 * freed, and there is one of it for each session. A second walk overwrites it.
 *
 * <p>Rests on: every caller of {@code ceph_iterate_session_caps()} holds {@code s_mutex}, which
 * {@code check_new_map()} does not. Broken by {@link Mutant#RECALL_WITHOUT_S_MUTEX}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_iterate_session_caps()}, {@code
 * wake_up_session_caps()}, {@code check_new_map()}.
 */
final class CapWalksAlone implements SessionProperty {
  @Override
  public String reference() {
    return "GUARD-1";
  }

  @Override
  public String meaning() {
    return "the capabilities of a session are walked under s_mutex, by one walk at a time";
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
