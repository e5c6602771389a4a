package org.mdscheck.model.cephfs;

/** Messages from an MDS to the client. */
public enum ToClient {
  OPEN,
  CLOSE,
  /**
   * A CLOSE which answers a CLIENT_RECONNECT that another session object sent; on the wire no
   * different.
   */
  CLOSE_FOR_ANOTHER,
  RENEWCAPS,
  STALE,
  REJECT,
  UNSAFE_REPLY,
  SAFE_REPLY,
  /** A capability message, which the MDS numbers. */
  CAPS,
  /**
   * A CLOSE which answers a REQUEST_CLOSE that another session object sent and that was parked; on
   * the wire no different.
   */
  CLOSE_ASKED_BY_ANOTHER,
  /** CEPH_CAP_OP_EXPORT: the capability goes to another rank. */
  CAP_EXPORT,
  /** CEPH_CAP_OP_IMPORT: the capability comes from another rank. */
  CAP_IMPORT,
  /** CLIENT_REQUEST_FORWARD: the request is another rank's. */
  FORWARD,
  /** A safe reply with an error: nothing was done, and nothing comes with it. */
  ERROR_REPLY
}
