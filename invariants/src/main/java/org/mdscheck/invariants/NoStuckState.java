package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * The system never stops with work left.
 *
 * <p>Formally: in each state some thread or part of the environment can take a step, or all of them
 * are where they may stay for ever.
 *
 * <p>Why it matters: it is the plainest hang of all, and a model that gets stuck proves nothing of
 * what would have come after.
 *
 * <p>Rests on: whatever a thread waits for can still happen. Broken by {@link
 * Mutant#NO_WAKE_ON_OPEN}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_wait_request()}.
 */
final class NoStuckState implements SessionProperty {
  @Override
  public String reference() {
    return "STUCK-1";
  }

  @Override
  public String meaning() {
    return "the system never stops with work left";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.NoStuckState(name(), meaning());
  }
}
