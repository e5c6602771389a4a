package org.mdscheck.model.cephfs;

/** {@code enum ceph_client_reset_phase}: how far a reset of the client is. */
public enum ResetPhase {
  IDLE,
  QUIESCING,
  DRAINING,
  TEARDOWN
}
