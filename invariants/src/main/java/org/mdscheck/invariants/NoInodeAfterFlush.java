package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No worker takes a reference to an inode when an umount evicts the inodes.
 *
 * <p>Formally: when {@code handle_reply()} fills in the trace, and when {@code ceph_handle_caps()}
 * looks the inode up, {@code mdsc->stopping} is not yet CEPH_MDSC_STOPPING_FLUSHED.
 *
 * <p>Why it matters: an inode that is in use cannot be evicted; it is left over when the super
 * block goes, and put when there is none any more.
 *
 * <p>Rests on: the umount waits for the requests and then for the work of the connections; and for
 * the handlers of messages about inodes, of which none begins any more. Broken by {@link
 * Mutant#NO_FLUSH_BEFORE_UMOUNT} and {@link Mutant#NO_STOPPING_BLOCKER}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_pre_umount()}, {@code handle_reply()};
 * fs/ceph/super.c, {@code ceph_kill_sb()}, {@code ceph_inc_mds_stopping_blocker()};
 * tracker.ceph.com 58126 and 59162.
 */
final class NoInodeAfterFlush implements SessionProperty {
  @Override
  public String reference() {
    return "UMOUNT-1";
  }

  @Override
  public String meaning() {
    return "no worker takes a reference to an inode when an umount evicts the inodes";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.DESTRUCTION);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
