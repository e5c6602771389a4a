package org.mdscheck.model.cephfs;

/**
 * Parts of the kernel or of its environment that a scenario may leave out. The monitor's worker,
 * the connection workers, the request threads, the MDS, the monitor and the messenger always take
 * part.
 */
public enum Context {
  /** {@code delayed_work()}; with it the MDS calls sessions stale. */
  DELAYED_WORK,
  /** A thread in {@code flush_mdlog_and_wait_mdsc_unsafe_requests()}. */
  SYNC,
  /** A thread in {@code ceph_mdsc_close_sessions()}. */
  UMOUNT,
  /** A thread that waits for a request is killed, as one of the failures. */
  SIGNALS,
  /** An MDS rejects an open or a reconnect, as one of the failures. */
  REJECTION,
  /** A client without memory drops the OPEN that it decodes, as one of the failures. */
  LOST_OPEN,
  /** A rank that fails is out of the map before its successor takes over. */
  RANK_REMOVAL,
  /**
   * A rank that fails is in the map without a daemon, with a blank address, before its successor
   * takes over.
   */
  NO_DAEMON,
  /**
   * The last rank imports from the first, whose export target it is in every map; of the two only
   * the importer fails. With one rank the exporter is out of sight.
   */
  EXPORT_TARGETS,
  /** The first rank may be laggy in the map. */
  LAGGY,
  /**
   * Somebody resets the client, as one of the resets; only in a tree that can ({@link
   * Hunk#RESET_WORK}).
   */
  CLIENT_RESET,
  /**
   * Requests are creates, asynchronous where they may be; the mount has an open session to begin
   * with.
   */
  ASYNC_CREATE,
  /** What an MDS keeps with a session: capabilities issued and requests executed. */
  MDS_RECORD,
  /**
   * A connection that the MDS dropped is taken up again only when there is something to send; what
   * was on its way to the client is lost with it.
   */
  STANDBY,
  /** The memory of MDS maps: which are freed while somebody reads them. */
  MAP_MEMORY,
  /** A map comes that changes none of the client's ranks; only with {@link #MAP_MEMORY}. */
  OTHER_MAPS,
  /** An MDS sends maps too, so two threads can be in {@code check_new_map()}. */
  MDS_MAPS,
  /** Capabilities by name, walked one by one; the MDS recalls them. */
  CAPS,
  /** The capability of a file in use is exported to another rank, and perhaps back. */
  CAP_EXPORTS,
  /** An umount waits for the handlers of capability messages, and these for nothing. */
  STOPPING_BLOCKERS,
  /** A forced reconnect ends with a getattr of the root, in {@code delayed_work()}. */
  RECOVERY_GETATTR,
  /** No thread has a request for an MDS: what happens is up to the others. */
  NO_REQUESTS,
  /** {@code umount -f}: a thread in {@code ceph_umount_begin()}. */
  FORCED_UMOUNT,
  /**
   * A mount with {@code recover_session=clean}: {@code delayed_work()} recovers a client that was
   * blocklisted. An MDS blocklists the client that it evicts, and says so when it rejects it.
   */
  CLEAN_RECOVER,
  /** An MDS blocklists the client that it evicts, and rejects each open after that. */
  BLOCKLISTING,
  /** A snap trace in a reply is corrupt, as one of the failures. */
  CORRUPT_SNAP_TRACE,
  /** The MDS sends capability messages, and refuses a REQUEST_CLOSE that has missed one. */
  PUSH_SEQUENCE,
  /** An umount goes on until {@code mdsc} is freed. */
  DESTRUCTION,
  /**
   * A REQUEST_OPEN or REQUEST_CLOSE that must wait for a state of the MDS is kept apart from its
   * connection, so it takes effect although the client has given that up.
   */
  PARKED,
  /** The last rank of several stops: it ends its sessions and leaves the map for good. */
  STOPPING,
  /**
   * What requests are about is with one rank, the last one unless it is stopping; the others
   * forward them.
   */
  FORWARDING,
  /**
   * Of each connection it is known on which state of the rank the CLIENT_RECONNECT in its queue was
   * decided.
   */
  RECONNECT_WINDOW,
  /** An umount and a sync walk over the sessions, and write HUNG on the way. */
  SESSION_WALKS,
  /**
   * A thread opens files whose capabilities are there: it reads what the MDSs have said of the
   * client's permissions.
   */
  ACCESS_CHECKS,
  /** An MDS refuses to create a file, as one of the failures. */
  CREATE_ERRORS,
  /** Other clients get the numbers that a closed session returned, and create files with them. */
  OTHER_CLIENTS
}
