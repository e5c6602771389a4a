package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A map that was replaced is freed when the last thread is done with it.
 *
 * <p>Formally: a map that was not freed is {@code mdsc->mdsmap}, or some thread has a pointer to
 * it.
 *
 * <p>Why it matters: a client gets maps for as long as it is mounted.
 *
 * <p>Rests on: who swaps the map frees the old one, or puts it where maps are counted. Broken by
 * {@link Mutant#MAP_IS_KEPT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_handle_mdsmap()}.
 */
final class OldMapIsFreed implements SessionProperty {
  @Override
  public String reference() {
    return "REF-1";
  }

  @Override
  public String meaning() {
    return "a map that was replaced is freed when the last thread is done with it";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.MAP_MEMORY);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(), meaning(), List.of(clause("no map is forgotten", c.noMapLeaks())));
  }
}
