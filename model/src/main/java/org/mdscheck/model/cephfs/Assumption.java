package org.mdscheck.model.cephfs;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the peer and the messenger are assumed to do where the session code cannot tell. Each can be
 * switched.
 */
public enum Assumption {
  IN_PLACE_RESTART_RESETS(
      true,
      "an MDS restarted on the same ip:port answers a client that reconnects with a reset",
      "src/msg/async/ProtocolV2.cc, handle_reconnect: no existing connection is answered with a reset, the nonce is not looked at"),
  NONCE_CHECKED(
      true,
      "the client refuses a server whose nonce differs from the address in its map",
      "net/ceph/messenger_v2.c, process_server_ident: wrong peer at address"),
  NOTIFY_SESSION_STATE(
      true,
      "an MDS answers REQUEST_OPEN for an open session with OPEN",
      "src/mds/Server.cc, clients with feature bit 16"),
  OPEN_OVER_CLOSE_AT_ONCE(
      true,
      "an MDS that is closing a session opens it at once when asked, and never sends the CLOSE",
      "src/mds/Server.cc, handle_client_session, of reef and before; main waits until the close is journaled, sends CLOSE, then opens"),
  SECOND_CONNECTION_REPLACES(
      true,
      "a second connection of the client replaces the first, which is reset when it notices",
      "src/msg/async/ProtocolV2.cc, handle_existing_connection and reuse_connection: both have one identity"),
  RECONNECT_TIMEOUT_EVICTS(
      true,
      "a client that did not reconnect in mds_reconnect_timeout is evicted",
      "src/mds/Server.cc, reconnect_tick"),
  EVICTION_BLOCKLISTS(
      true,
      "an MDS blocklists the client that it evicts; told apart only where the client recovers from it",
      "mds_session_blocklist_on_timeout and mds_session_blocklist_on_evict, true by default"),
  PARKED_RECONNECT(
      true,
      "a CLIENT_RECONNECT that comes when the MDS wants RECONNECT and is not there yet waits",
      "src/mds/Server.cc, handle_client_reconnect"),
  LATE_RECONNECT(
      true,
      "an MDS may handle a CLIENT_RECONNECT after the client has closed the connection that it came on",
      "msg/DispatchQueue: what was received is dispatched; Server.cc answers on the session's current connection"),
  RESET_UNDER_OLD_MAP(
      true,
      "a reset by an MDS restarted in place may come before the map that names the new daemon",
      "the monitors publish the map to all clients in no order with what a daemon does; a daemon listens before the map gives it a rank"),
  OPEN_SESSION_LOSES_CONNECTION(
      true,
      "an MDS that lives may drop the connection of a session that it keeps open",
      "an assumption: in msg/async/ProtocolV2.cc a reset means that there is no connection any more; MDSDaemon.cc marks one down when its session ends, so what else drops it was not read"),
  EXPORT_TARGET_STAYS(
      true,
      "a rank to which another exports is its export target in every map",
      "src/mds/Migrator.cc, dispatch_export_dir: an MDS exports when its map says so; when it is taken off the list was not read"),
  LOADS_ARE_MERGED(
      true,
      "a compiler makes one load of it where __do_request() names s_state several times in a row",
      "fs/ceph/mds_client.c has no READ_ONCE there and nothing in between that keeps compilers from it; nothing makes them either"),
  USED_INO_ASSERTS(
      true,
      "an MDS that is told to create a file with the ino of another file fails an assertion",
      "src/mds/InoTable.cc: a number that is not free is taken out of the interval set; from memory");

  private final boolean byDefault;
  private final String meaning;
  private final String source;

  Assumption(boolean byDefault, String meaning, String source) {
    this.byDefault = byDefault;
    this.meaning = meaning;
    this.source = source;
  }

  /** The assumptions made unless the user says otherwise. */
  public static Set<Assumption> defaults() {
    Set<Assumption> made = EnumSet.noneOf(Assumption.class);
    for (Assumption assumption : values()) if (assumption.byDefault) made.add(assumption);
    return made;
  }

  public boolean byDefault() {
    return byDefault;
  }

  public String meaning() {
    return meaning;
  }

  public String source() {
    return source;
  }
}
