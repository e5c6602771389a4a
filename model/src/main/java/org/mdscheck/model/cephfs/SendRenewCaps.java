package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Program;

/** {@code send_renew_caps()}. Caller holds {@code s_mutex}; the map is read without M. */
final class SendRenewCaps {
  private SendRenewCaps() {}

  static Program of(CephModel c, Session s) {
    return program("send_renew_caps")
        .test(
            "ceph_mdsmap_get_state(mdsc->mdsmap, s_mds) < CEPH_MDS_STATE_RECONNECT",
            c.mdsc().mapState(s.rank()).isLess(MdsState.RECONNECT),
            block().ret())
        .step(
            "ceph_con_send(REQUEST_RENEWCAPS)",
            CephConnection.sendOnce(c, s, ToMds.REQUEST_RENEWCAPS))
        .end();
  }
}
