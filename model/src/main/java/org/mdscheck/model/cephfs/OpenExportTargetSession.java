package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.NEW;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code __open_export_target_session()}: the session of a rank, opened if need be. Caller holds M.
 * When the open fails the reference is not put, unless repaired: nobody else will.
 */
final class OpenExportTargetSession {
  private OpenExportTargetSession() {}

  /**
   * @param session receives the session, with a reference for the caller; null when it fails
   */
  static Program of(CephModel c, Expr rank, Ref session) {
    Local state = local("state", Type.enumOf(SessionState.class));
    Local failed = local("err", Type.bool());
    Session s = c.session(session);
    Expr registered = c.mdsc().session(rank);
    return program("__open_export_target_session", state, failed)
        .either(
            block()
                .await(
                    "session = __ceph_lookup_mds_session(mdsc, target)",
                    registered.isNotNull(),
                    assign(session, registered),
                    SessionReference.get(s)),
            block()
                .await("!session", registered.isNull())
                .call(RegisterSession.of(c, rank, session))
                .branch(session.isNull(), block().ret()))
        .step("session->s_state", assign(state, s.state()))
        .only(
            !c.variant().is(Mutant.TARGET_NOT_OPENED),
            block().branch(state.isOneOf(NEW, CLOSING), block().call(OpenSession.of(c, s, failed))))
        .branch(
            failed,
            block()
                .step(
                    "return ERR_PTR(ret)",
                    c.variant().has(Hunk.TARGET_PUTS) ? SessionReference.put(c, s) : all(),
                    assign(session, nobody())))
        .end();
  }

  /**
   * What the caller may rely on, M held since.
   *
   * @param session what {@link #of} left there
   */
  static Effect isOpened(CephModel c, Expr session) {
    return when(
        session.isNotNull(),
        warn(
            "export-target-is-opened",
            "the session of an export target is registered and not opened",
            c.session(session).state().isNot(NEW)));
  }
}
