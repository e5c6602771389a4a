package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Program;

/**
 * {@code __unregister_session()}: out of the table. Touches neither {@code s_state} nor the
 * requests. Caller holds M.
 */
final class UnregisterSession {
  private UnregisterSession() {}

  static Program of(CephModel c, Session s) {
    Variant v = c.variant();
    return program("__unregister_session")
        .step(
            "mdsc->sessions[s->s_mds] = NULL",
            check("bug-on", "BUG_ON(mdsc->sessions[s->s_mds] != s)", c.isRegistered(s)),
            assign(c.mdsc().session(s.rank()), nobody()))
        .only(
            v.is(Mutant.UNREGISTER_ASKS_FOR_CLOSE),
            block()
                .step(
                    "ceph_con_send(REQUEST_CLOSE)", CephConnection.send(c, s, ToMds.REQUEST_CLOSE)))
        .only(!v.is(Mutant.UNREGISTER_KEEPS_CONNECTION), block().call(CephConnection.close(c, s)))
        .only(
            v.is(Mutant.NO_SLOT_REFERENCE),
            block().step("ceph_put_mds_session(s)", SessionReference.put(c, s)))
        .only(
            !v.is(Mutant.UNREGISTER_KEEPS_COUNT),
            block()
                .step(
                    "ceph_put_mds_session(s); atomic_dec(&mdsc->num_sessions)",
                    SessionReference.put(c, s),
                    decrement(c.mdsc().sessionCount())))
        .only(
            v.is(Mutant.UNREGISTER_KEEPS_COUNT),
            block().step("ceph_put_mds_session(s)", SessionReference.put(c, s)))
        .end();
  }
}
