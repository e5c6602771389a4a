package org.mdscheck.model.cephfs;

/**
 * Changes that nobody would submit: each shows that some property can fail. Past bugs carry the
 * subject of their fix.
 */
public enum Mutant {
  H1_RECONNECT_ANY_MAP_STATE(
      "mds_peer_reset: reconnect even if the map says that the MDS is not ready (skip reconnecting if MDS is not ready)"),
  H2_MUTEX_ORDER_IN_NEW_MAP(
      "check_new_map: take s_mutex with mdsc->mutex held (make sure mdsc->mutex is nested in s->s_mutex)"),
  H3_CHECK_CAPS_IN_REPLAY(
      "replay_unsafe_requests: check the capabilities of the directory when a request's references to them are put, which takes s_mutex (skip checking the caps when session reconnecting and releasing reqs)"),
  H6_MUTEX_ORDER_IN_FLUSH(
      "flush_mdlog_and_wait_mdsc_unsafe_requests: call send_flush_mdlog with mdsc->mutex held (fix lock inversion when flushing the mdlog)"),
  SYNC_DOES_NOT_WAIT(
      "flush_mdlog_and_wait_mdsc_unsafe_requests: do not wait for r_safe_completion"),
  FORCED_UMOUNT_KEEPS_REQUESTS(
      "ceph_mdsc_force_umount: leave the requests of a session that it closes as they are"),
  H8_SKIP_OPENING(
      "check_session_state: leave a session alone that is OPENING (reconnect connection if session hang in opening state)"),
  H16_SKIP_EXPORT_TARGETS(
      "check_new_map: do not reconnect to export targets (try to reconnect to the export targets)"),
  H18_KEEP_CAP_RECONNECT(
      "send_mds_reconnect: leave s_cap_reconnect set when the first encode fails (clear s_cap_reconnect when ceph_pagelist_encode_32() fails)"),
  H20_LEAK_ON_ERROR(
      "flush_mdlog_and_wait_mdsc_unsafe_requests: take the reference to a request before the test of r_session (fix request refcount leak when session can't be acquired)"),
  H21_STOP_RENEWALS(
      "delayed_work: stop when the umount begins (defer stopping the mdsc delayed_work)"),
  UMOUNT_DOES_NOT_WAIT("ceph_mdsc_close_sessions: do not wait on session_close_wq"),
  CAP_ADDED_TWICE(
      "ceph_add_cap: add a capability without a look for the one that the inode has of the rank"),
  ERROR_REPLY_IS_SUCCESS("handle_reply: handle a reply that is an error as any other"),
  REPLY_WITHOUT_TRACE("handle_reply: do not take what is in the reply (no ceph_fill_trace)"),
  FAILED_CREATE_KEEPS_INODE(
      "ceph_mdsc_put_request: do not put the new inode of a create whose submission failed"),
  FAILED_CREATE_IS_REPORTED(
      "ceph_atomic_open: go on as if the submission of an asynchronous create could not fail"),
  MAP_IS_KEPT("ceph_mdsc_handle_mdsmap: do not free the old map"),
  KICK_SENT_REQUESTS("kick_requests: do again what was sent, too"),
  REPLAY_FORGETS_UNSAFE(
      "replay_unsafe_requests: do not send again what was answered with an unsafe reply"),
  TARGET_NOT_OPENED("__open_export_target_session: register a session and do not open it"),
  RECONNECT_KEEPS_CLOSED("send_mds_reconnect: do not open the connection that was closed"),
  HUNG_IS_DROPPED("check_session_state: unregister a session that becomes HUNG"),
  SEND_BEFORE_ACTIVE("__do_request: send to a rank that the map says is not yet ACTIVE"),
  CHOOSE_WITHOUT_HINT("__choose_mds: do not look at r_resend_mds"),
  SEND_WITHOUT_COUNT("__do_request: send a request without counting r_attempts up"),
  LEAK_ON_OPEN_FAILURE("__do_request: keep the session reference when __open_session fails"),
  UNREGISTER_WITHOUT_CHECK(
      "mds_peer_reset: unregister without testing that the session is registered"),
  UNREGISTER_KEEPS_CONNECTION("__unregister_session: leave the connection open"),
  FORWARDS_NOT_TOLD("create_request_message: do not tell how often the request was forwarded"),
  KICK_LEAVES_ON_LIST("kick_requests: do not take a request off the list that it waits on"),
  GO_ON_AFTER_PEER_RESET(
      "ceph_con_workfn: go on with the handshake after peer_reset whatever has become of the connection"),
  UNREGISTER_ASKS_FOR_CLOSE(
      "__unregister_session: send REQUEST_CLOSE before the connection is closed"),
  UNREGISTER_KEEPS_COUNT("__unregister_session: do not count num_sessions down"),
  REOPEN_CLOSED("handle_session[CLOSE]: write RESTARTING at the end"),
  OPEN_FROM_NEW("register_session: start in OPEN"),
  CLOSE_WITHOUT_REFERENCE("handle_session[CLOSE]: put a reference that was not taken"),
  NO_SLOT_REFERENCE("__unregister_session: put the reference of the slot twice"),
  WAIT_WITHOUT_SESSION("__do_request: drop r_session before appending to s_waiting"),
  NO_WAKE_ON_OPEN("handle_session[OPEN]: do not wake s_waiting"),
  NO_WAKE_ON_TEARDOWN("mds_peer_reset: neither wake s_waiting nor kick the requests of the rank"),
  KEEP_S_MUTEX_ON_ERROR(
      "send_mds_reconnect: return with s_mutex held when building the message fails"),
  REUSE_SESSION("__do_request: use r_session again without a look at mdsc->sessions[]"),
  CLOSE_KEEPS_STATE("handle_session[CLOSE]: do not write CLOSED"),
  OPEN_KEEPS_STATE("handle_session[OPEN]: do not write OPEN"),
  RECONNECT_PAST_WINDOW(
      "mds_peer_reset: reconnect even if the map says that the MDS is past RECONNECT"),
  NEW_MAP_FORGETS_RESTARTING(
      "check_new_map: reconnect a session found RECONNECTING, not RESTARTING"),
  NEW_MAP_RESTARTS_ALL("check_new_map: restart a session whose address has not changed"),
  KICK_FLUSHES_WITHOUT_S_MUTEX("check_new_map: kick the flushes of capabilities without s_mutex"),
  NEW_MAP_IN_WINDOW_ONLY(
      "check_new_map: reconnect only if the map has the rank in RECONNECT, not past it"),
  MDS_ACCEPTS_LATE_RECONNECT("MDS: accept a CLIENT_RECONNECT in any state from RECONNECT on"),
  REJECT_WARNS_IN_OPENING("handle_session[REJECT]: warn in OPENING too"),
  REOPEN_WITHOUT_CLOSE("send_mds_reconnect: open the connection without closing it"),
  REPLACE_RECONNECTING(
      "__do_request: unregister a session found RECONNECTING and register a new one"),
  ERASE_UNCHECKED("ceph_get_deleg_ino: take the number found whatever xa_erase() returns"),
  RECONNECT_KEEPS_INOS("send_mds_reconnect: do not destroy the delegated inos"),
  GIVE_BACK_WITHOUT_REFERENCE("restore_deleg_ino: take no reference to the session"),
  ASYNC_WAITS("__do_request: let an asynchronous create wait for the session as others do"),
  CREATE_NEVER_SETTLED(
      "ceph_async_create_cb: do not clear CEPH_I_ASYNC_CREATE when the create succeeds"),
  CLOSE_SESSIONS_KEEPS_CLOSING(
      "ceph_mdsc_close_sessions: leave the sessions registered that are still CLOSING"),
  RESET_WITHOUT_CHECK(
      "ceph_mdsc_reset_workfn: unregister without testing that the session is registered"),
  NO_WAKE_ON_RESET(
      "ceph_mdsc_reset_workfn: neither wake s_waiting nor kick the requests of the rank"),
  RESET_KEEPS_PHASE("ceph_mdsc_reset_workfn: leave the phase TEARDOWN when it is done"),
  FREE_MAP_EARLY("ceph_mdsc_handle_mdsmap: free the old map before check_new_map has looked at it"),
  OPEN_KEEPS_SEQ("handle_session[OPEN]: do not take s_seq from the message"),
  AUTHS_WITHOUT_MUTEX("handle_session[OPEN]: replace s_cap_auths before a mutex is taken"),
  EXPORT_LOCKS_OWN_FIRST(
      "handle_cap_export: take the s_mutex of the exporter first, whichever rank is higher"),
  EXPORT_LOCKS_LOWER_FIRST("handle_cap_export: take the s_mutex of the lower rank first"),
  RECALL_WITHOUT_S_MUTEX("handle_session[RECALL_STATE]: trim the capabilities without s_mutex"),
  DISPATCH_WITHOUT_MUTEX("mds_dispatch: look at mdsc->sessions[] without mdsc->mutex"),
  CLEANUP_WITHOUT_MUTEX("cleanup_session_requests: do without mdsc->mutex"),
  WAKE_WITHOUT_MUTEX("handle_session[OPEN]: wake s_waiting without mdsc->mutex"),
  SEQUENCE_WITHOUT_S_MUTEX("inc_session_sequence: count s_seq without s_mutex"),
  NO_FLUSH_BEFORE_UMOUNT(
      "ceph_mdsc_pre_umount: do not wait for the work of the connections (no ceph_msgr_flush)"),
  NO_STOPPING_BLOCKER(
      "ceph_handle_caps: handle the message whatever the umount has done (drop the messages from MDS when unmounting)"),
  NO_FLUSH_BEFORE_FREE(
      "ceph_mdsc_destroy: do not wait for the work of the connections (no ceph_msgr_flush)"),
  H11_CLOSE_NOT_SENT_AGAIN(
      "inc_session_sequence: do not send REQUEST_CLOSE again while CLOSING (check session state after bumping session->s_seq)"),
  H14_REJECT_BEFORE_RECOVERY(
      "__do_request: fail a request that finds the session REJECTED though the client will recover (queue MDS requests to REJECTED sessions when CLEANRECOVER is set)"),
  RECOVER_KEEPS_MOUNT_STATE("ceph_force_reconnect: leave fsc->mount_state RECOVER");

  private final String meaning;

  Mutant(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
