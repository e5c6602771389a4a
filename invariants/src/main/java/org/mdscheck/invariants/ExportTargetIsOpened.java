package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The session of an export target is opened, not only registered.
 *
 * <p>Formally: the session that {@code __open_export_target_session()} returns is not NEW.
 *
 * <p>Why it matters: the importer may fail after it has journaled the import, and waits then for a
 * reconnect of the client. A session that nobody has opened is not one that the client reconnects,
 * and the capabilities are lost.
 *
 * <p>Rests on: its look at {@code s_state}. Broken by {@link Mutant#TARGET_NOT_OPENED}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __open_export_target_session()}.
 */
final class ExportTargetIsOpened implements SessionProperty {
  @Override
  public String reference() {
    return "EVICT-1";
  }

  @Override
  public String meaning() {
    return "the session of an export target is opened, not only registered";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.EXPORT_TARGETS)
        || scenario.has(Context.LAGGY)
        || scenario.has(Context.CAP_EXPORTS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
