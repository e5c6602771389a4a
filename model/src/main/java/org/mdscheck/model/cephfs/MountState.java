package org.mdscheck.model.cephfs;

/**
 * Values of {@code fsc->mount_state} that the session code acts on. A mount that is made or ended
 * in the ordinary way does what a mounted one does.
 */
public enum MountState {
  MOUNTED,
  /** A forced umount. */
  SHUTDOWN,
  /** A forced reconnect, after the client was blocklisted. */
  RECOVER,
  /** A corrupt snap trace was seen. */
  FENCE_IO
}
