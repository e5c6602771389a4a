package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_sync()} with {@code flush_mdlog_and_wait_mdsc_unsafe_requests()}, for one
 * request: has its MDS flush the journal, and waits until the request is safe. All requests count
 * as writes.
 */
final class FlushMdlog {
  private FlushMdlog() {}

  static Program of(CephModel c) {
    Local req = local("req", Type.nullable(c.requests()));
    Local found = local("s", Type.nullable(c.sessions()));
    Request r = c.request(req);
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    boolean swapped = c.variant().is(Mutant.H6_MUTEX_ORDER_IN_FLUSH);
    Block unlock = block().step("mutex_unlock(&mdsc->mutex)", release(mutex));
    return program("flush_mdlog_and_wait_mdsc_unsafe_requests", req, found)
        .optionChoose(
            "(a file system sync)",
            c.requests(),
            x -> given(contains(c.mdsc().requestTree(), x).and(c.fsc().isUsable()), assign(req, x)))
        .then(c.scenario().has(Context.SESSION_WALKS) ? IterateSessions.flushDirtyCaps(c) : block())
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .either(
            block()
                .await(
                    "the request is safe: mutex_unlock(&mdsc->mutex)",
                    not(contains(c.mdsc().requestTree(), req)),
                    isSafe(c, req),
                    release(mutex))
                .ret(),
            block()
                .await(
                    "!req->r_session: mutex_unlock(&mdsc->mutex)",
                    contains(c.mdsc().requestTree(), req).and(r.session().isNull()),
                    waits(not(contains(c.mdsc().requestTree(), req)).or(r.session().isNull())),
                    c.variant().is(Mutant.H20_LEAK_ON_ERROR) ? increment(r.references()) : all(),
                    release(mutex))
                .ret(),
            block()
                .await(
                    "s = ceph_get_mds_session(req->r_session)",
                    contains(c.mdsc().requestTree(), req).and(r.session().isNotNull()),
                    increment(r.references()),
                    assign(found, r.session()),
                    SessionReference.get(s)))
        .only(!swapped, unlock)
        .call(SendFlushMdlog.of(c, s))
        .only(swapped, unlock)
        .await(
            "wait_for_completion(&req->r_safe_completion)",
            c.variant().is(Mutant.SYNC_DOES_NOT_WAIT)
                ? value(true)
                : not(contains(c.mdsc().requestTree(), req)))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .step("ceph_mdsc_put_request(req)", isSafe(c, req), RequestReference.put(c, r))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("ceph_put_mds_session(s)", SessionReference.put(c, s))
        .end();
  }

  private static Effect isSafe(CephModel c, Expr request) {
    return waits(not(contains(c.mdsc().requestTree(), request)));
  }

  private static Effect waits(Expr held) {
    return warn("sync-waits-until-safe", "a sync does not wait for a request", held);
  }
}
