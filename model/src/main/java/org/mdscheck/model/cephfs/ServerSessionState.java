package org.mdscheck.model.cephfs;

/** What an MDS records of the client's session (SessionMap.h). */
public enum ServerSessionState {
  /** No session, or a closed one: both are opened anew by REQUEST_OPEN. */
  NONE,
  /** The open is being journaled. */
  OPENING,
  OPEN,
  /** No renewal for session_timeout: still open, its capabilities are suspended. */
  STALE,
  /** The close is being journaled. */
  CLOSING,
  /** An eviction is being journaled. */
  KILLING,
  /** Opened by force, for capabilities that another rank exports: the import is being journaled. */
  IMPORTING
}
