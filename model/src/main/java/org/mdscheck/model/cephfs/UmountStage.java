package org.mdscheck.model.cephfs;

/** How far an umount is beyond its beginning, where it goes on until {@code mdsc} is freed. */
public enum UmountStage {
  NONE,
  /**
   * {@code mdsc->stopping} is CEPH_MDSC_STOPPING_FLUSHING: the handlers of capability, lease, snap
   * and quota messages are waited for, none begins any more.
   */
  FLUSHING,
  /** {@code mdsc->stopping} is CEPH_MDSC_STOPPING_FLUSHED: inodes are evicted. */
  FLUSHED,
  /** The monitor's worker brings no more maps, nobody can ask for a reset any more. */
  DETACHED,
  /** {@code reset_state.shutdown} is set. */
  RESET_SHUT_DOWN,
  /** {@code kfree(mdsc)}. */
  FREED
}
