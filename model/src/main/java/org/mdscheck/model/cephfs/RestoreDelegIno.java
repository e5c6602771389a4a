package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * {@code restore_deleg_ino()}: gives a number back that was not used, to the session that the
 * directory's auth cap belongs to by now. No lock but {@code i_ceph_lock}, for the first step.
 */
final class RestoreDelegIno {
  private RestoreDelegIno() {}

  static Program of(CephModel c, Request r) {
    Local found = local("s", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Directory dir = c.directory();
    boolean counts = !c.variant().is(Mutant.GIVE_BACK_WITHOUT_REFERENCE);
    Effect get = counts ? SessionReference.get(s) : all();
    Effect put = counts ? SessionReference.put(c, s) : all();
    return program("restore_deleg_ino", found)
        .either(
            block().await("ci->i_auth_cap == NULL", dir.auth().isNull()).ret(),
            block()
                .await(
                    "s = ceph_get_mds_session(ci->i_auth_cap->session)",
                    dir.auth().isNotNull(),
                    assign(found, dir.auth()),
                    get))
        .step("ceph_restore_deleg_ino(s, ino): xa_insert()", DelegatedInos.giveBack(c, s, r))
        .step("ceph_put_mds_session(s)", put)
        .end();
  }
}
