package org.mdscheck.model.cephfs;

/**
 * State of the connection embedded in a session object, as far as the session code can tell the
 * difference.
 */
public enum ConnectionState {
  /** Messages sent are dropped; nothing arrives. */
  CLOSED,
  /**
   * Opened, never established since: it has a fresh identity, so the peer cannot reset it. Its work
   * item is queued.
   */
  CONNECTING,
  /** Established. A connection to an MDS that died stays so: nobody tells the session code. */
  OPEN,
  /**
   * The worker is inside {@code peer_reset()}: the handshake goes on afterwards if nobody closed or
   * re-opened it.
   */
  RESETTING
}
