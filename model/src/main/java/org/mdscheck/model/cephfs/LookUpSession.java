package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Program.block;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;

/**
 * {@code __ceph_lookup_mds_session()} in a walk over the ranks: takes a reference, and passes over
 * a rank that has no session. Caller holds M.
 */
final class LookUpSession {
  private LookUpSession() {}

  /**
   * @param label the statement
   * @param found for the session
   */
  static Block orReturn(CephModel c, String label, Expr rank, Local found) {
    return block()
        .either(
            block().await("no session of the rank", c.mdsc().session(rank).isNull()).ret(),
            block()
                .await(
                    label,
                    c.mdsc().session(rank).isNotNull(),
                    assign(found, c.mdsc().session(rank)),
                    SessionReference.get(c.session(found))));
  }
}
