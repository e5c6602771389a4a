package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Program;

/** {@code send_flush_mdlog()}, no lock held on entry. Without memory nothing is sent. */
final class SendFlushMdlog {
  private SendFlushMdlog() {}

  static Program of(CephModel c, Session s) {
    return program("send_flush_mdlog")
        .step("mutex_lock(&s->s_mutex)", acquire(s.mutex()))
        .step(
            "ceph_con_send(REQUEST_FLUSH_MDLOG)",
            CephConnection.sendOnce(c, s, ToMds.REQUEST_FLUSH_MDLOG))
        .step("mutex_unlock(&s->s_mutex)", release(s.mutex()))
        .end();
  }
}
