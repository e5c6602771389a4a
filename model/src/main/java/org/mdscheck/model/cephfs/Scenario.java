package org.mdscheck.model.cephfs;

import static org.mdscheck.model.cephfs.Context.ACCESS_CHECKS;
import static org.mdscheck.model.cephfs.Context.ASYNC_CREATE;
import static org.mdscheck.model.cephfs.Context.BLOCKLISTING;
import static org.mdscheck.model.cephfs.Context.CAPS;
import static org.mdscheck.model.cephfs.Context.CAP_EXPORTS;
import static org.mdscheck.model.cephfs.Context.CLEAN_RECOVER;
import static org.mdscheck.model.cephfs.Context.CLIENT_RESET;
import static org.mdscheck.model.cephfs.Context.CORRUPT_SNAP_TRACE;
import static org.mdscheck.model.cephfs.Context.CREATE_ERRORS;
import static org.mdscheck.model.cephfs.Context.DELAYED_WORK;
import static org.mdscheck.model.cephfs.Context.DESTRUCTION;
import static org.mdscheck.model.cephfs.Context.EXPORT_TARGETS;
import static org.mdscheck.model.cephfs.Context.FORCED_UMOUNT;
import static org.mdscheck.model.cephfs.Context.FORWARDING;
import static org.mdscheck.model.cephfs.Context.LAGGY;
import static org.mdscheck.model.cephfs.Context.LOST_OPEN;
import static org.mdscheck.model.cephfs.Context.MAP_MEMORY;
import static org.mdscheck.model.cephfs.Context.MDS_MAPS;
import static org.mdscheck.model.cephfs.Context.MDS_RECORD;
import static org.mdscheck.model.cephfs.Context.NO_DAEMON;
import static org.mdscheck.model.cephfs.Context.NO_REQUESTS;
import static org.mdscheck.model.cephfs.Context.OTHER_CLIENTS;
import static org.mdscheck.model.cephfs.Context.OTHER_MAPS;
import static org.mdscheck.model.cephfs.Context.PARKED;
import static org.mdscheck.model.cephfs.Context.PUSH_SEQUENCE;
import static org.mdscheck.model.cephfs.Context.RANK_REMOVAL;
import static org.mdscheck.model.cephfs.Context.RECONNECT_WINDOW;
import static org.mdscheck.model.cephfs.Context.RECOVERY_GETATTR;
import static org.mdscheck.model.cephfs.Context.REJECTION;
import static org.mdscheck.model.cephfs.Context.SESSION_WALKS;
import static org.mdscheck.model.cephfs.Context.SIGNALS;
import static org.mdscheck.model.cephfs.Context.STANDBY;
import static org.mdscheck.model.cephfs.Context.STOPPING;
import static org.mdscheck.model.cephfs.Context.STOPPING_BLOCKERS;
import static org.mdscheck.model.cephfs.Context.SYNC;
import static org.mdscheck.model.cephfs.Context.UMOUNT;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bounds and the contexts taking part, under a name. */
public record Scenario(String name, String meaning, Bounds bounds, Set<Context> contexts) {
  public static final Scenario RECONNECT =
      scenario(
          "reconnect",
          "an MDS restarts, an allocation or the encoding may fail",
          new Bounds(1, 2, 1, 1, 0, 0, 1));

  public static final Scenario PEER_RESET =
      scenario(
          "peer-reset",
          "an MDS that lives drops the connection, an allocation may fail",
          new Bounds(1, 2, 2, 0, 0, 1, 1));

  public static final Scenario SMOKE =
      scenario(
          "smoke",
          "one session object and one restart: small enough for each build",
          new Bounds(1, 1, 1, 1, 0, 0, 0));

  public static final Scenario RENEW =
      scenario(
          "renew",
          "delayed work renews capabilities, the MDS calls the session stale",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          DELAYED_WORK);

  public static final Scenario RENEW_RESTART =
      scenario(
          "renew-restart",
          "delayed work while a map says that the MDS is not ready",
          new Bounds(1, 1, 1, 1, 1, 0, 0),
          DELAYED_WORK);

  public static final Scenario RENEW_REJECT =
      scenario(
          "renew-reject",
          "delayed work, an MDS that evicts the client for late renewals and rejects it",
          new Bounds(1, 1, 1, 0, 0, 2, 1),
          DELAYED_WORK,
          REJECTION);

  public static final Scenario RENEW_UMOUNT =
      scenario(
          "renew-umount",
          "delayed work while an umount closes the session",
          new Bounds(1, 1, 1, 0, 0, 0, 0),
          DELAYED_WORK,
          UMOUNT);

  public static final Scenario SYNC_FLUSH =
      scenario(
          "sync", "a thread flushes the journal of the MDS", new Bounds(1, 2, 1, 0, 0, 1, 0), SYNC);

  public static final Scenario SYNC_RESTART =
      scenario(
          "sync-restart",
          "a thread flushes the journal while a map says that the MDS is not ready",
          new Bounds(1, 1, 1, 1, 1, 0, 0),
          SYNC);

  public static final Scenario CLOSE_AT_UMOUNT =
      scenario("umount", "an umount closes the sessions", new Bounds(1, 2, 1, 0, 0, 1, 1), UMOUNT);

  public static final Scenario RANK_GONE =
      scenario(
          "rank-gone",
          "a rank that fails leaves the map for a while",
          new Bounds(1, 2, 1, 1, 0, 0, 0),
          RANK_REMOVAL);

  public static final Scenario SIGNAL =
      scenario(
          "signal",
          "a thread that waits for a request is killed",
          new Bounds(1, 2, 1, 0, 0, 2, 1),
          SIGNALS);

  public static final Scenario REJECT =
      scenario("reject", "an MDS rejects the client", new Bounds(1, 1, 1, 1, 0, 0, 1), REJECTION);

  public static final Scenario LOSS =
      scenario(
          "lost-open",
          "the client has no memory to decode an OPEN",
          new Bounds(1, 1, 1, 1, 0, 0, 1),
          LOST_OPEN);

  public static final Scenario EXPORT_TARGET =
      scenario(
          "export-target",
          "an MDS imports from another one and restarts before the client knows of it",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          EXPORT_TARGETS);

  public static final Scenario LAGGY_MDS =
      scenario(
          "laggy",
          "an MDS is laggy, the client opens a session with its export target",
          new Bounds(2, 2, 1, 0, 0, 0, 1),
          LAGGY);

  public static final Scenario ASYNC_CREATES =
      scenario(
          "async-create",
          "a file is created asynchronously while an MDS restarts",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          ASYNC_CREATE);

  public static final Scenario ASYNC_RESET =
      scenario(
          "async-reset",
          "two files are created asynchronously while an MDS that lives drops the connection",
          new Bounds(1, 2, 2, 0, 0, 1, 0),
          ASYNC_CREATE);

  public static final Scenario CLIENT_RESETS =
      scenario(
          "client-reset",
          "somebody resets the client",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          CLIENT_RESET);

  public static final Scenario ASYNC_CLIENT_RESET =
      scenario(
          "async-client-reset",
          "a file is created asynchronously while somebody resets the client",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          ASYNC_CREATE,
          CLIENT_RESET);

  public static final Scenario WINDOW =
      scenario(
          "reconnect-window",
          "an MDS restarts and drops a connection; on what a reconnect was decided is known",
          new Bounds(1, 1, 1, 1, 0, 1, 0),
          RECONNECT_WINDOW);

  public static final Scenario RETRY =
      scenario(
          "retry",
          "an MDS drops the connection: is a request done twice, are capabilities forgotten",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          MDS_RECORD);

  public static final Scenario STANDBY_CONNECTION =
      scenario(
          "standby",
          "delayed work, a connection that the MDS dropped is taken up again only to send something",
          new Bounds(1, 1, 1, 0, 0, 1, 0),
          DELAYED_WORK,
          STANDBY);

  public static final Scenario MAP_FREED =
      scenario(
          "map-freed",
          "maps are freed while others read them; up to two maps after a restart",
          new Bounds(1, 1, 1, 1, 2, 0, 0),
          MAP_MEMORY);

  public static final Scenario MAP_RENEW =
      scenario(
          "map-renew",
          "delayed work renews capabilities while a map comes that changes nothing, and the old one is freed",
          new Bounds(1, 1, 1, 0, 0, 0, 0),
          MAP_MEMORY,
          OTHER_MAPS,
          DELAYED_WORK);

  public static final Scenario MDS_MAP =
      scenario(
          "mds-map",
          "an MDS sends maps too, so two threads look one through at once",
          new Bounds(1, 1, 1, 1, 2, 0, 0),
          MAP_MEMORY,
          MDS_MAPS);

  public static final Scenario CAPS_RESET =
      scenario(
          "caps-reset",
          "capabilities by name while an MDS that lives drops the connection",
          new Bounds(1, 2, 2, 0, 0, 1, 0),
          CAPS);

  public static final Scenario CAPS_RESTART =
      scenario(
          "caps-restart",
          "capabilities by name while an MDS restarts",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          CAPS);

  public static final Scenario CAPS_UMOUNT =
      scenario(
          "caps-umount",
          "capabilities by name while an umount closes the session",
          new Bounds(1, 1, 1, 0, 0, 0, 0),
          CAPS,
          UMOUNT);

  public static final Scenario CAP_EXPORT =
      scenario(
          "cap-export",
          "a file in use goes to another rank and perhaps back",
          new Bounds(2, 2, 1, 0, 0, 0, 1),
          CAP_EXPORTS);

  public static final Scenario CAP_EXPORT_RESET =
      scenario(
          "cap-export-reset",
          "a file in use goes to another rank, an MDS drops a connection; nobody has a request",
          new Bounds(2, 3, 1, 0, 0, 1, 0),
          CAP_EXPORTS,
          NO_REQUESTS);

  public static final Scenario FORCED_UMOUNT_FIRST =
      scenario(
          "forced-umount",
          "an umount is forced, and may follow",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          FORCED_UMOUNT,
          UMOUNT);

  public static final Scenario FORCE_RECONNECT =
      scenario(
          "force-reconnect",
          "a client that was evicted and blocklisted recovers by itself",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          CLEAN_RECOVER);

  public static final Scenario CLOSE_CROSSES_PUSH =
      scenario(
          "close-seq",
          "an umount closes a session to which capability messages are on their way",
          new Bounds(1, 1, 1, 0, 0, 0, 0),
          PUSH_SEQUENCE,
          UMOUNT);

  public static final Scenario CLOSE_AFTER_RESET =
      scenario(
          "close-seq-reset",
          "as close-seq, an MDS that lives drops the connection",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          PUSH_SEQUENCE,
          UMOUNT);

  public static final Scenario UMOUNT_TO_THE_END =
      scenario(
          "umount-end",
          "an umount goes on until mdsc is freed, somebody may reset the client, waiters are killed",
          new Bounds(1, 2, 1, 0, 0, 1, 1),
          UMOUNT,
          DESTRUCTION,
          CLIENT_RESET,
          SIGNALS);

  public static final Scenario UMOUNT_WITH_CAPS =
      scenario(
          "umount-caps",
          "an umount waits for the handlers of capability messages, and goes on until mdsc is freed",
          new Bounds(1, 1, 1, 0, 0, 0, 0),
          UMOUNT,
          DESTRUCTION,
          PUSH_SEQUENCE,
          STOPPING_BLOCKERS);

  public static final Scenario RECOVERY =
      scenario(
          "force-reconnect-getattr",
          "a client that was evicted and blocklisted recovers by itself, and waits for a getattr at the end",
          new Bounds(1, 2, 2, 0, 0, 1, 0),
          CLEAN_RECOVER,
          RECOVERY_GETATTR);

  public static final Scenario SNAP_TRACE =
      scenario(
          "corrupt-snap-trace",
          "a corrupt snap trace closes all sessions from a connection's worker",
          new Bounds(1, 2, 2, 0, 0, 1, 1),
          CORRUPT_SNAP_TRACE);

  public static final Scenario PARKED_OPEN =
      scenario(
          "parked-open",
          "as export-target, an open that the MDS parks outlives its connection",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          EXPORT_TARGETS,
          PARKED);

  public static final Scenario PARKED_CLOSE =
      scenario(
          "parked-close",
          "an umount closes a session while an MDS restarts and parks the close",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          UMOUNT,
          PARKED);

  public static final Scenario PARKED_RESET =
      scenario(
          "parked-reset",
          "somebody resets the client while an MDS restarts and parks the close",
          new Bounds(1, 2, 1, 1, 0, 1, 0),
          CLIENT_RESET,
          PARKED);

  public static final Scenario STOPPING_RANK =
      scenario(
          "stopping",
          "a rank stops: it ends its sessions and leaves the map, and may drop a connection",
          new Bounds(2, 2, 1, 0, 0, 1, 0),
          STOPPING);

  public static final Scenario FORWARD =
      scenario(
          "forward",
          "a rank forwards requests to another; one drops a connection, a thread that waits is killed",
          new Bounds(2, 2, 1, 0, 0, 1, 1),
          FORWARDING,
          MDS_RECORD,
          SIGNALS);

  public static final Scenario FORWARD_RESTART =
      scenario(
          "forward-restart",
          "a rank forwards requests to another, and restarts",
          new Bounds(2, 2, 1, 1, 0, 0, 0),
          FORWARDING,
          MDS_RECORD);

  public static final Scenario STOPPING_FORWARDS =
      scenario(
          "stopping-forward",
          "a rank stops and forwards requests to the one that stays",
          new Bounds(2, 3, 1, 0, 0, 0, 0),
          STOPPING,
          FORWARDING);

  public static final Scenario FORWARD_AND_RESET =
      scenario(
          "forward-reset",
          "a rank forwards requests to another, somebody resets the client",
          new Bounds(2, 3, 1, 0, 0, 1, 0),
          FORWARDING,
          CLIENT_RESET);

  public static final Scenario UMOUNT_WALKS =
      scenario(
          "umount-walk",
          "an umount walks over the sessions while an MDS that lives drops the connection",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          UMOUNT,
          SESSION_WALKS);

  public static final Scenario SYNC_WALKS =
      scenario(
          "sync-walk",
          "a sync walks over the sessions while an MDS that lives drops the connection",
          new Bounds(1, 2, 1, 0, 0, 1, 0),
          SYNC,
          SESSION_WALKS);

  public static final Scenario ACCESS_CHECK =
      scenario(
          "check-access",
          "files are opened while sessions with two ranks are opened",
          new Bounds(2, 2, 2, 0, 0, 0, 0),
          ACCESS_CHECKS);

  public static final Scenario ACCESS_CHECK_AND_MAP =
      scenario(
          "check-access-map",
          "files are opened while maps are freed; one map after a restart",
          new Bounds(1, 1, 1, 1, 1, 0, 0),
          ACCESS_CHECKS,
          MAP_MEMORY);

  public static final Scenario CREATE_REFUSED =
      scenario(
          "async-error",
          "a file is created asynchronously, the MDS may refuse it, or drop the connection",
          new Bounds(1, 2, 1, 0, 0, 1, 1),
          ASYNC_CREATE,
          CREATE_ERRORS);

  public static final Scenario NO_DAEMON_FOR_A_WHILE =
      scenario(
          "no-daemon",
          "a rank that fails is in the map without a daemon for a while",
          new Bounds(1, 1, 1, 1, 0, 0, 0),
          NO_DAEMON);

  public static final Scenario EVICTED =
      scenario(
          "blocklisted",
          "a client that was evicted is blocklisted and rejected, then an MDS restarts; two maps",
          new Bounds(1, 1, 1, 1, 2, 1, 0),
          BLOCKLISTING);

  public static final Scenario EVICTED_THEN_UMOUNT =
      scenario(
          "blocklisted-umount",
          "a client that was evicted is blocklisted and rejected, and umounts; waiters are killed",
          new Bounds(1, 2, 1, 0, 0, 1, 1),
          BLOCKLISTING,
          UMOUNT,
          SIGNALS);

  public static final Scenario STANDBY_AND_UMOUNT =
      scenario(
          "standby-umount",
          "an umount while a connection that the MDS dropped is taken up again only to send something",
          new Bounds(1, 1, 1, 0, 0, 1, 0),
          DELAYED_WORK,
          STANDBY,
          UMOUNT);

  public static final Scenario OTHER_CLIENT_CREATES =
      scenario(
          "async-others",
          "as async-reset, other clients get the numbers of a session that was closed",
          new Bounds(1, 2, 2, 0, 0, 1, 0),
          ASYNC_CREATE,
          OTHER_CLIENTS);

  public static final Scenario FULL =
      scenario(
          "full",
          "everything at once; not meant to be exhausted",
          new Bounds(2, 3, 2, 1, 0, 1, 1),
          DELAYED_WORK,
          SYNC,
          UMOUNT,
          SIGNALS,
          REJECTION,
          LOST_OPEN,
          RANK_REMOVAL,
          CLIENT_RESET,
          FORCED_UMOUNT,
          CLEAN_RECOVER,
          CORRUPT_SNAP_TRACE,
          PUSH_SEQUENCE,
          DESTRUCTION);

  public Scenario {
    contexts = Set.copyOf(contexts);
  }

  private static Scenario scenario(
      String name, String meaning, Bounds bounds, Context... contexts) {
    return new Scenario(name, meaning, bounds, Set.of(contexts));
  }

  /** The scenarios that the project ships; the first is the default. */
  public static List<Scenario> shipped() {
    return List.of(
        RECONNECT,
        PEER_RESET,
        SMOKE,
        RENEW,
        RENEW_RESTART,
        RENEW_REJECT,
        RENEW_UMOUNT,
        SYNC_FLUSH,
        SYNC_RESTART,
        CLOSE_AT_UMOUNT,
        RANK_GONE,
        SIGNAL,
        REJECT,
        LOSS,
        EXPORT_TARGET,
        LAGGY_MDS,
        CLIENT_RESETS,
        ASYNC_CREATES,
        ASYNC_RESET,
        ASYNC_CLIENT_RESET,
        RETRY,
        STANDBY_CONNECTION,
        MAP_FREED,
        MAP_RENEW,
        MDS_MAP,
        CAPS_RESET,
        CAPS_RESTART,
        CAPS_UMOUNT,
        CAP_EXPORT,
        CAP_EXPORT_RESET,
        FORCED_UMOUNT_FIRST,
        FORCE_RECONNECT,
        RECOVERY,
        SNAP_TRACE,
        UMOUNT_TO_THE_END,
        UMOUNT_WITH_CAPS,
        CLOSE_CROSSES_PUSH,
        WINDOW,
        PARKED_OPEN,
        PARKED_CLOSE,
        PARKED_RESET,
        STOPPING_RANK,
        FORWARD,
        FORWARD_RESTART,
        STOPPING_FORWARDS,
        FORWARD_AND_RESET,
        UMOUNT_WALKS,
        SYNC_WALKS,
        ACCESS_CHECK,
        ACCESS_CHECK_AND_MAP,
        CREATE_REFUSED,
        CLOSE_AFTER_RESET,
        NO_DAEMON_FOR_A_WHILE,
        EVICTED,
        EVICTED_THEN_UMOUNT,
        STANDBY_AND_UMOUNT,
        OTHER_CLIENT_CREATES,
        FULL);
  }

  /** The shipped scenario of a name. */
  public static Optional<Scenario> named(String name) {
    return shipped().stream().filter(s -> s.name.equals(name)).findFirst();
  }

  public boolean has(Context context) {
    return contexts.contains(context);
  }

  /** Whether a rank can be in a state. */
  boolean hasMapState(MdsState state) {
    return switch (state) {
      case DNE -> hasAbsentRanks() || has(STOPPING);
      case STOPPING -> has(STOPPING);
      default -> true;
    };
  }

  /** Whether an umount must do without {@code mount_timeout}, whose end is a failure then. */
  public boolean asksForCloses() {
    return has(UMOUNT) && (has(PUSH_SEQUENCE) || has(STANDBY));
  }

  /** Whether a rank that fails is DNE before its successor takes over. */
  boolean hasAbsentRanks() {
    return has(RANK_REMOVAL) || has(NO_DAEMON);
  }

  /** Daemons after the first that a rank can have, or none. */
  int lastInstance() {
    return has(STOPPING) ? bounds.mdsRestarts() + 1 : bounds.mdsRestarts();
  }

  public Scenario with(Bounds other) {
    return new Scenario(name, meaning, other, contexts);
  }

  /** The name, with the bounds where they are not those that it ships with. */
  @Override
  public String toString() {
    boolean isShipped = named(name).filter(s -> s.bounds.equals(bounds)).isPresent();
    return isShipped ? name : name + " with " + bounds;
  }
}
