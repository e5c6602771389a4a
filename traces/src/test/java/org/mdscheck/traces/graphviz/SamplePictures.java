package org.mdscheck.traces.graphviz;

import java.util.List;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;
import org.mdscheck.traces.graphviz.LanePicture.Wait;
import org.mdscheck.traces.graphviz.LockOrderPicture.Order;
import org.mdscheck.traces.graphviz.StateMachinePicture.Transition;

/** Pictures with the kind of content that a real run has. */
final class SamplePictures {
  private static final int MON = 0;
  private static final int SESSION = 1;
  private static final int MDS = 2;
  private static final int REQUEST = 3;
  private static final Lock MDSC = new Lock("mdsc->mutex", "mdsc->mutex");
  private static final Lock S_MUTEX = new Lock("session0->s_mutex", "s_mutex");
  private static final Lock SNAP = new Lock("mdsc->snap_rwsem", "snap_rwsem");

  static final LockPalette PALETTE =
      new LockPalette(List.of("mdsc->mutex", "s_mutex", "snap_rwsem", "i_ceph_lock"));

  private SamplePictures() {}

  /** A session that is opened, then rejected while a request waits for it. */
  static LanePicture lanes() {
    return new LanePicture(
        "STUCK-REQUEST in v3: 20 steps, trace 4f1c-9a2e",
        List.of("msgr/mon", "msgr/session0", "mds0", "request0", "delayed_work"),
        List.of(
            new Row(1, REQUEST, "mutex_lock(&mdsc->mutex)").holding(MDSC),
            new Row(2, REQUEST, "session = register_session(mdsc, mds)")
                .changing("session0: absent → registered", "session0.s_ref: 0 → 2")
                .holding(MDSC),
            new Row(3, REQUEST, "__open_session(mdsc, session)")
                .changing("s_state: NEW → OPENING")
                .holding(MDSC),
            new Row(4, REQUEST, "list_add(&req->r_wait, &session->s_waiting)")
                .changing("r0.r_wait: none → session0.s_waiting")
                .holding(MDSC),
            new Row(5, REQUEST, "mutex_unlock(&mdsc->mutex)"),
            new Row(6, MDS, "handle_client_session(REQUEST_OPEN)")
                .changing("mds0.session: CLOSED → OPENING")
                .receiving(2, "REQUEST_OPEN seq=1"),
            new Row(7, MDS, "mds_restart(): state = ACTIVE → RECONNECT")
                .changing("mds0.epoch: 1 → 2", "mds0.session: OPENING → CLOSED"),
            new Row(8, MON, "handle_map(mdsmap epoch 2)").receiving(6, "mdsmap e2"),
            new Row(9, MON, "mutex_lock(&mdsc->mutex)").holding(MDSC),
            new Row(10, MON, "check_new_map(mdsc, newmap, oldmap)").holding(MDSC),
            new Row(11, MON, "mutex_unlock(&mdsc->mutex)"),
            new Row(12, MON, "mutex_lock(&session->s_mutex)").holding(S_MUTEX),
            new Row(13, MON, "mutex_lock(&mdsc->mutex)").holding(S_MUTEX, MDSC),
            new Row(14, MON, "down_read(&mdsc->snap_rwsem)").holding(S_MUTEX, MDSC, SNAP),
            new Row(15, MON, "session->s_state = CEPH_MDS_SESSION_RECONNECTING")
                .changing("s_state: OPENING → RECONNECTING")
                .holding(S_MUTEX, MDSC, SNAP),
            new Row(16, MON, "ceph_con_send(&session->s_con, reply)").holding(S_MUTEX, MDSC, SNAP),
            new Row(17, MON, "up_read(&mdsc->snap_rwsem)").holding(S_MUTEX, MDSC),
            new Row(18, MDS, "handle_client_reconnect(): session \"unknown\" & closed <reject>")
                .receiving(15, "CLIENT_RECONNECT caps=0"),
            new Row(19, SESSION, "handle_session(CEPH_SESSION_REJECT)")
                .changing("blocklisted: false → true")
                .receiving(17, "SESSION_REJECT"),
            new Row(20, SESSION, "session->s_state = CEPH_MDS_SESSION_REJECTED")
                .changing("s_state: RECONNECTING → REJECTED")
                .violating()),
        List.of(
            new Wait(
                REQUEST,
                "wait_for_completion_killable(&req->r_completion)",
                "no path completes r0: it is on s_waiting of a session that nobody opens again")),
        "STUCK-REQUEST: request0 waits for session0, which is REJECTED and still registered;"
            + " no step from here completes the request.",
        PALETTE);
  }

  /** A cycle of two locks that one function adds, and an innocent third. */
  static LockOrderPicture lockOrder() {
    return new LockOrderPicture(
        "lock order in v3, compared with base",
        List.of(
            new Order(
                "s_mutex",
                "mdsc->mutex",
                List.of("handle_reply()", "send_mds_reconnect()", "handle_session()"),
                false),
            new Order("s_mutex", "snap_rwsem", List.of("send_mds_reconnect()"), false),
            new Order("mdsc->mutex", "s_mutex", List.of("check_new_map()"), true),
            new Order("snap_rwsem", "i_ceph_lock", List.of("reconnect_caps_cb()"), false),
            new Order("s_mutex", "i_ceph_lock", List.of("handle_caps()"), false)),
        "base",
        PALETTE);
  }

  /** The states of a session, with one that is left although it should not be. */
  static StateMachinePicture stateMachine() {
    return new StateMachinePicture(
        "session states reached in v3",
        List.of(
            "NEW",
            "OPENING",
            "OPEN",
            "HUNG",
            "RESTARTING",
            "RECONNECTING",
            "CLOSING",
            "CLOSED",
            "REJECTED"),
        "NEW",
        List.of(
            new Transition("NEW", "OPENING", List.of("__open_session()"), false),
            new Transition("OPENING", "OPEN", List.of("handle_session()"), false),
            new Transition("OPEN", "HUNG", List.of("delayed_work()"), false),
            new Transition("HUNG", "OPEN", List.of("handle_session()"), false),
            new Transition("HUNG", "OPEN", List.of("renewed_caps()"), false),
            new Transition("OPEN", "RESTARTING", List.of("check_new_map()"), false),
            new Transition("HUNG", "RESTARTING", List.of("check_new_map()"), false),
            new Transition("OPENING", "RECONNECTING", List.of("send_mds_reconnect()"), false),
            new Transition("RESTARTING", "RECONNECTING", List.of("send_mds_reconnect()"), false),
            new Transition("RECONNECTING", "OPEN", List.of("check_new_map()"), false),
            new Transition("OPEN", "CLOSING", List.of("__close_session()"), false),
            new Transition("CLOSING", "CLOSED", List.of("handle_session()"), false),
            new Transition("OPEN", "CLOSED", List.of("handle_session()"), false),
            new Transition("OPENING", "REJECTED", List.of("handle_session()"), false),
            new Transition("REJECTED", "RECONNECTING", List.of("send_mds_reconnect()"), true),
            new Transition("CLOSED", "RECONNECTING", List.of("send_mds_reconnect()"), true)));
  }
}
