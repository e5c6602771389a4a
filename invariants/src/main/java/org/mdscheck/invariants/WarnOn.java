package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A REJECT comes only where the WARN_ON expects one.
 *
 * <p>Formally: when {@code handle_session()} handles a REJECT, {@code s_state} is OPENING, or with
 * the patch also RECONNECTING.
 *
 * <p>Why it matters: a warning taints the kernel, and panics it with {@code panic_on_warn}, though
 * nothing is wrong with the memory.
 *
 * <p>Rests on: an MDS rejects in answer to REQUEST_OPEN or CLIENT_RECONNECT only. Broken by {@link
 * Mutant#REJECT_WARNS_IN_OPENING}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_session()}, the REJECT arm.
 */
final class WarnOn implements SessionProperty {
  @Override
  public String reference() {
    return "WARN-1";
  }

  @Override
  public String meaning() {
    return "a REJECT comes only where the WARN_ON expects one";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
