package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No MDS map is read after it was freed.
 *
 * <p>Formally: a step that looks at the map which {@code mdsc->mdsmap} pointed at when the thread
 * loaded the pointer is taken only before {@code ceph_mdsc_handle_mdsmap()} has freed that map.
 *
 * <p>Why it matters: the old map is freed right after {@code check_new_map()}, without a reference
 * count and without a grace period. A thread that reads it then follows a pointer into memory that
 * may be somebody else's.
 *
 * <p>Rests on: the pointer is loaded and used under one {@code mdsc->mutex}. Broken by {@link
 * Mutant#FREE_MAP_EARLY}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_handle_mdsmap()}, {@code mds_peer_reset()},
 * {@code send_mds_reconnect()}, {@code send_renew_caps()}, {@code renewed_caps()}.
 */
final class MapUseAfterFree implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-3";
  }

  @Override
  public String meaning() {
    return "no MDS map is read after it was freed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.MAP_MEMORY);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
