package org.mdscheck.model.cephfs;

/** Messages from the client to an MDS. */
public enum ToMds {
  REQUEST_OPEN,
  REQUEST_CLOSE,
  REQUEST_RENEWCAPS,
  REQUEST_FLUSH_MDLOG,
  CLIENT_RECONNECT,
  CLIENT_REQUEST,
  /**
   * A CLIENT_REQUEST whose retry count is not 0. Told apart only where the MDS keeps a record, see
   * {@link Context#MDS_RECORD}.
   */
  CLIENT_REQUEST_RETRY,
  /** A CLIENT_REQUEST with CEPH_MDS_FLAG_REPLAY: it was answered unsafe before. */
  CLIENT_REQUEST_REPLAY
}
