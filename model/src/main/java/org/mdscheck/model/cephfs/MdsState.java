package org.mdscheck.model.cephfs;

/**
 * States of a rank, in the order of the numbers that the kernel compares (ceph_fs.h). RESOLVE is
 * left out: every test of the client treats it as REPLAY.
 */
public enum MdsState {
  /**
   * The rank is not in the map: {@code ceph_mdsmap_get_state()} says so beyond {@code
   * possible_max_rank}.
   */
  DNE,
  REPLAY,
  RECONNECT,
  REJOIN,
  CLIENTREPLAY,
  ACTIVE,
  /** Only with {@link Context#STOPPING}. Above ACTIVE, as in the kernel. */
  STOPPING
}
