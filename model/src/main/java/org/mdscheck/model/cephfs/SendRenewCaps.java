package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/** {@code send_renew_caps()}. Caller holds {@code s_mutex}; the map is read without M. */
final class SendRenewCaps {
  private SendRenewCaps() {}

  static Program of(CephModel c, Session s) {
    return c.scenario().has(Context.MAP_MEMORY) ? withMemory(c, s) : plain(c, s);
  }

  private static Program withMemory(CephModel c, Session s) {
    Local seen = local("state", Type.enumOf(MdsState.class));
    return program("send_renew_caps", seen)
        .then(
            ReadMap.of(
                c,
                "send_renew_caps",
                "ceph_mdsmap_get_state(mdsc->mdsmap, s_mds)",
                assign(seen, c.mdsc().mapState(s.rank()))))
        .branch(seen.isLess(MdsState.RECONNECT), block().ret())
        .then(send(c, s))
        .end();
  }

  private static Program plain(CephModel c, Session s) {
    return program("send_renew_caps")
        .test(
            "ceph_mdsmap_get_state(mdsc->mdsmap, s_mds) < CEPH_MDS_STATE_RECONNECT",
            c.mdsc().mapState(s.rank()).isLess(MdsState.RECONNECT),
            block().ret())
        .then(send(c, s))
        .end();
  }

  private static Block send(CephModel c, Session s) {
    return block()
        .step(
            "ceph_con_send(REQUEST_RENEWCAPS)",
            CephConnection.sendOnce(c, s, ToMds.REQUEST_RENEWCAPS));
  }
}
