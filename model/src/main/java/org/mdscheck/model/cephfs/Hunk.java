package org.mdscheck.model.cephfs;

/**
 * What a tree may or may not contain: the hunks of the patch under review, and what else differs
 * between the trees.
 */
public enum Hunk {
  REJECT_WARN(true, "handle_session: the warning about a REJECT accepts RECONNECTING too"),
  BAIL_TERMINAL(true, "send_mds_reconnect: return -ESTALE for a session CLOSED or REJECTED"),
  BAIL_UNREGISTERED(
      true, "send_mds_reconnect: return -ENOENT for a session that is not registered"),
  RESTORE_STATE(
      true, "send_mds_reconnect: write the saved s_state back when building the message fails"),
  PEER_RESET(
      true,
      "mds_peer_reset: reconnect only in RECONNECT, tear the session down when the MDS is past it"),
  PEER_RESET_FIRST_FORM(
      true,
      "mds_peer_reset: reconnect in RECONNECT or a session found RECONNECTING; else tear it down, without a look at the table"),
  RETURN_ERROR(false, "send_mds_reconnect returns an error, which its callers log"),
  RECONNECT_COMMENT(false, "reconnect_caps_cb: a comment"),
  RECONNECT_LOG(false, "send_mds_reconnect: the start is logged after the early returns"),
  DISPATCH_LOG(false, "mds_dispatch: log the message dropped for an unregistered session"),
  CLEAR_CAP_RECONNECT(
      true, "send_mds_reconnect: clear s_cap_reconnect when the first encode fails (cc5643095419)"),
  XA_DESTROY_UNDER_S_MUTEX(true, "send_mds_reconnect: destroy the delegated inos under s_mutex"),
  RESET_WORK(true, "ceph_mdsc_reset_workfn: end every session when somebody asks for it"),
  RESET_RECONNECTS(
      true,
      "ceph_mdsc_reset_workfn, first form: reconnect every session when somebody asks for it, and wait for the answers"),
  RESET_GATE(true, "ceph_mdsc_submit_request: wait until no reset is at work"),
  RESET_DRAIN(true, "ceph_mdsc_reset_workfn: have the journal flushed and wait for requests first"),
  RESET_CLOSE(true, "ceph_mdsc_reset_workfn: ask the MDS to close a session before it is ended"),
  RESET_SHUTDOWN(true, "ceph_mdsc_destroy: end a reset that is at work before mdsc is freed"),
  EXPORT_RECHECK(
      true,
      "handle_cap_export: hold mdsc->mutex too, and add no placeholder to a session that is not registered"),
  FORWARD_CHECKS_SESSION(
      true,
      "handle_forward: ignore the forward of a request that was not sent on this session, as handle_reply does"),
  FORWARD_UNLINKS(
      true,
      "handle_forward: take the request off the list that it waits on before it is sent again"),
  /** A remedy to try; no tree has it. */
  ROLL_BACK(
      true,
      "send_mds_reconnect: write s_seq and s_cap_gen back too when building the message fails"),
  INO_EPOCH(
      true,
      "a delegated ino is inserted, given back and sent only in the epoch of the session that granted it"),
  SETTLE_FAILED_CREATE(
      true,
      "an asynchronous create that fails after its caller has returned records its error, -EJUKEBOX too"),
  MAP_MUTEX(
      true,
      "a mutex that readers of mdsc->mdsmap and mdsc->s_cap_auths hold from the load to the use, and ceph_mdsc_handle_mdsmap() and handle_session() while they replace them"),
  UNLINK_WAITING(true, "__unregister_request: take the request off the list that it waits on"),
  NEW_MAP_REFERENCE(true, "check_new_map: hold a reference to the session at work"),
  NEW_MAP_RECHECK(
      true, "check_new_map: leave a session alone that was unregistered while it took s_mutex"),
  NEW_MAP_KEEPS_NEW(
      true,
      "check_new_map: leave a session alone whose connection goes to the new address already"),
  RESTARTING_UNDER_S_MUTEX(true, "check_new_map: write RESTARTING before s_mutex is released"),
  FORCE_CLOSE_UNDER_BOTH(
      true, "check_new_map: take s_mutex to unregister the session of a rank that is gone"),
  ABSENT_RANK_RESTARTS(
      true,
      "check_new_map: treat a rank that has failed as one without a daemon, wherever in the map it is, and drop the session of one that has stopped only"),
  NEW_MAP_PAST_WINDOW(
      true, "check_new_map: drop a RESTARTING session when the MDS is past RECONNECT"),
  HANDLE_UNDER_BOTH(
      true,
      "handle_session: take s_mutex first, mdsc->mutex in it, and return if the session is not registered"),
  DROP_LATE(
      true, "handle_session: drop the message if its connection was closed since it was received"),
  OPEN_WHEN_AWAITED(true, "handle_session: write OPEN only over OPENING and RECONNECTING"),
  LOST_OPEN_DROPS(
      true, "handle_session: drop the session when there is no memory to decode an OPEN"),
  REPLY_CHECKS_STATE(
      true, "handle_reply: add no capability to a session that is CLOSED under s_mutex"),
  UNSAFE_REPLY_RECHECKS(
      true, "handle_reply: ignore an unsafe reply when the session is not registered any more"),
  RESET_ASKS(
      true,
      "mds_peer_reset: past RECONNECT write RESTARTING and send REQUEST_OPEN, under both mutexes; handle_session: drop a RESTARTING session when the OPEN comes"),
  CLOSE_ON_FAILURE(true, "send_mds_reconnect: drop the session when building the message fails"),
  OPENING_AFTER_ALLOCATION(
      true, "__open_session: write OPENING when the message has been allocated"),
  RECONNECT_SKIPS_NEW(true, "send_mds_reconnect: return for a session that is NEW, too"),
  REPLAY_FINISHES(
      true, "replay_unsafe_requests: complete and unregister a request that cannot be sent again"),
  RESEND_OPEN(
      true,
      "delayed_work: renew and send REQUEST_OPEN again for a session that is OPENING or RESTARTING, keep the connection of one that is CLOSING alive"),
  HUNG_UNDER_S_MUTEX(
      true,
      "delayed_work, ceph_mdsc_iterate_sessions: check the session's state after taking s_mutex"),
  OWN_REQUESTS(
      true,
      "cleanup_session_requests: forget the attempts of requests of this session, not of all of the rank"),
  CLOSE_AFTER_RESET(
      true,
      "handle_session: have the MDS close a RESTARTING session when the OPEN comes, with the s_seq that it brings, before it is dropped; inc_session_sequence: send that close again"),
  RESET_NEVER_FAILS(
      true,
      "mds_peer_reset, handle_session: allocate the REQUEST_OPEN and the REQUEST_CLOSE that follow a reset with __GFP_NOFAIL"),
  CAPS_FIRST(
      true, "drop_session: remove the capabilities before another session can be registered"),
  WAKE_CAPS_UNDER_S_MUTEX(true, "check_new_map: keep s_mutex until the capabilities are woken"),
  UMOUNT_DROPS(
      true, "ceph_mdsc_close_sessions: drop a session that does not close, with its requests"),
  TARGET_PUTS(
      true, "__open_export_target_session: put the reference when the session cannot be opened"),
  RECOVER_PARKS(
      true,
      "__do_request: wait for the end of a forced reconnect; ceph_force_reconnect: wake who waits"),
  STATE_READ_ONCE(true, "__do_request: load s_state once, with READ_ONCE"),
  MAP_REFERENCE(true, "ceph_mdsc_handle_mdsmap: free a map when nobody works on it any more");

  private final boolean behavioural;
  private final String meaning;

  Hunk(boolean behavioural, String meaning) {
    this.behavioural = behavioural;
    this.meaning = meaning;
  }

  /**
   * Whether it changes shared state; the others are known so that a patch can be listed completely.
   */
  public boolean behavioural() {
    return behavioural;
  }

  public String meaning() {
    return meaning;
  }
}
