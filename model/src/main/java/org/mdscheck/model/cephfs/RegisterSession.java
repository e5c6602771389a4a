package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code register_session()}: a new session for a rank, in the table and with its connection
 * opened. Caller holds M.
 *
 * <p>The memory is any object that nobody can still name: a freed object that some thread holds a
 * pointer to stays freed, so that its use is caught.
 */
final class RegisterSession {
  private RegisterSession() {}

  /**
   * @param session receives the new session, with a reference for the caller; null when it fails
   */
  static Program of(CephModel c, Expr rank, Ref session) {
    Session s = c.session(session);
    return program("register_session")
        .then(
            c.scenario().has(Context.CORRUPT_SNAP_TRACE)
                ? block()
                    .test(
                        "fsc->mount_state == CEPH_MOUNT_FENCE_IO",
                        c.fsc().is(MountState.FENCE_IO),
                        block().step("-EIO", assign(session, nobody())).ret())
                : block())
        .either(
            block().fault("kzalloc() fails", c.budgets().failures, assign(session, nobody())).ret(),
            block()
                .await(
                    "(no object left: a bound)",
                    not(exists(c.sessions(), x -> isFree(c, x))),
                    assign(c.mdsc().poolExhausted(), true))
                .ret(),
            block()
                .choose(
                    "mdsc->sessions[mds] = s", c.sessions(), x -> allocate(c, rank, session, x)))
        .step("ceph_con_open(&s->s_con)", CephConnection.open(c, s))
        .end();
  }

  private static Block.Given allocate(CephModel c, Expr rank, Ref session, Expr x) {
    Session s = c.session(x);
    return given(
        isFree(c, x),
        assign(s.references(), 2),
        assign(
            s.state(), c.variant().is(Mutant.OPEN_FROM_NEW) ? SessionState.OPEN : SessionState.NEW),
        assign(s.rank(), rank),
        assign(c.mdsc().session(rank), x),
        increment(c.mdsc().sessionCount()),
        assign(session, x));
  }

  private static Expr isFree(CephModel c, Expr x) {
    return c.session(x)
        .references()
        .is(0)
        .and(c.connection(x).state().is(ConnectionState.CLOSED))
        .and(unreferenced(x))
        .and(not(inside(CephModel.CONNECTION_WORKER, x)))
        .and(forAll(c.ranks(), rank -> not(c.mds(rank).names(x))))
        .and(c.createsAsync() ? c.directory().auth().isNot(x) : value(true))
        .and(c.exportsCaps() ? not(c.capExports().pointsAt(x)) : value(true))
        .and(c.scenario().has(Context.CAPS) ? not(c.caps().pointsAt(x)) : value(true));
  }
}
