package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code try_prep_async_create()} with {@code ceph_get_deleg_ino()}: may the file be created
 * without waiting for the MDS, and under which number? The thread holds {@code i_ceph_lock} of its
 * directory from the first step to the last, and no lock of the session; {@code s_state} is not
 * looked at.
 *
 * <p>The numbers are tried in the order of their values in the kernel, in any order here. Left out:
 * the lease of the dentry and the completeness of the directory, which can only say no.
 */
final class TryPrepAsyncCreate {
  /** Its name, by which others see whether a thread is inside. */
  static final String NAME = "try_prep_async_create";

  private TryPrepAsyncCreate() {}

  /**
   * @param got set to true when the request has a number, a local of the caller
   */
  static Program of(CephModel c, Request r, Ref got) {
    Local session = local("session", Type.nullable(c.sessions()));
    Local ino = local("ino", Type.nullable(c.inos()));
    Session s = c.session(session);
    Directory dir = c.directory();
    Ref numbers = c.delegatedInos(session).numbers();
    Expr none = numbers.is(emptySet(c.inos()));
    return program(NAME, session, ino)
        .either(
            block()
                .await(
                    "spin_lock(&ci->i_ceph_lock): no auth cap: spin_unlock()", dir.auth().isNull())
                .ret(),
            block()
                .await(
                    "spin_lock(&ci->i_ceph_lock); session = ci->i_auth_cap->session",
                    dir.auth().isNotNull(),
                    assign(session, dir.auth())))
        .either(
            block()
                .await(
                    "xa_empty(&session->s_delegated_inos): spin_unlock()",
                    none,
                    DelegatedInos.touch(s))
                .ret(),
            block()
                .await("!xa_empty(&session->s_delegated_inos)", not(none), DelegatedInos.touch(s)))
        .either(
            block()
                .await(
                    "__ceph_caps_issued(ci): not the caps for it: spin_unlock()", not(dir.create()))
                .ret(),
            block().await("__ceph_caps_issued(ci): FILE_EXCL and DIR_CREATE", dir.create()))
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "xa_for_each(&s->s_delegated_inos): none: spin_unlock()",
                            none,
                            DelegatedInos.touch(s))
                        .ret(),
                    block()
                        .choose(
                            "xa_for_each(&s->s_delegated_inos): ino",
                            c.inos(),
                            x -> given(x.isIn(numbers), DelegatedInos.touch(s), assign(ino, x))))
                // Window: anybody may erase the number, or destroy the set.
                .either(
                    block()
                        .await(
                            "xa_erase(&s->s_delegated_inos, ino): its marker: spin_unlock()",
                            accepted(c, ino.isIn(numbers)),
                            DelegatedInos.take(c, s, r, ino),
                            assign(got, true))
                        .ret(),
                    missed(c, s, ino, numbers)))
        .end();
  }

  private static Expr accepted(CephModel c, Expr there) {
    return c.variant().is(Mutant.ERASE_UNCHECKED) ? value(true) : there;
  }

  private static Block missed(CephModel c, Session s, Local ino, Ref numbers) {
    Expr gone = c.variant().is(Mutant.ERASE_UNCHECKED) ? value(false) : not(ino.isIn(numbers));
    return block()
        .await(
            "xa_erase(&s->s_delegated_inos, ino): NULL",
            gone,
            DelegatedInos.touch(s),
            assign(ino, nobody()));
  }
}
