package org.mdscheck.model.cephfs;

/**
 * Values of {@code ceph_mds_session.s_state}, in the kernel's order: values from CLOSING on count
 * as "already closing".
 */
public enum SessionState {
  NEW,
  OPENING,
  OPEN,
  HUNG,
  RESTARTING,
  RECONNECTING,
  CLOSING,
  CLOSED,
  REJECTED
}
