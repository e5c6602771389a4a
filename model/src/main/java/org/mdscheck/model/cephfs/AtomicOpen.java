package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.not;
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
 * {@code ceph_atomic_open()} with O_CREAT: a thread that creates one file, asynchronously if it
 * may. A create that the MDS cannot take at once is done again synchronously, by another request;
 * since the first was never sent, both have one name here.
 *
 * <p>{@code ceph_finish_async_create()} is one step with the put of the request: it writes the new
 * inode, which nobody else touches while it is I_NEW.
 */
final class AtomicOpen {
  private AtomicOpen() {}

  static Program of(CephModel c, Expr request) {
    Request r = c.request(request);
    Local got = local("r_dir_caps", Type.bool());
    return program("ceph_atomic_open", got)
        .option(
            "(a file is to be created)",
            c.mounted().and(not(c.mdsc().stopping())),
            assign(r.references(), 1))
        .call(TryPrepAsyncCreate.of(c, r, got))
        .branch(got, async(c, r, got))
        .call(SubmitRequest.synchronous(c, r))
        .end();
  }

  private static Block async(CephModel c, Request r, Local got) {
    Local err = local("err", Type.enumOf(Outcome.class));
    return block().call(submit(c, r, got, err)).branch(got, block().ret());
  }

  /** Leaves {@code got} true when the call ends here, false when it is to be done again. */
  private static Program submit(CephModel c, Request r, Local got, Local err) {
    Ref mutex = c.mdsc().mutex();
    AsyncCreate create = c.asyncCreate(r.id());
    Local failed = local("wait", Type.bool());
    Local[] locals = SubmitRequest.isGated(c) ? new Local[] {err, failed} : new Local[] {err};
    return program("ceph_mdsc_submit_request", locals)
        .then(SubmitRequest.gate(c, r, failed))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .then(SubmitRequest.register(c, r))
        .call(DoRequest.of(c, r.id()))
        .step(
            "err = req->r_err; mutex_unlock(&mdsc->mutex)",
            assign(err, r.outcome()),
            release(mutex))
        .branch(
            err.is(Outcome.TRY_AGAIN),
            block()
                .call(RestoreDelegIno.of(c, r))
                .step(
                    "ceph_mdsc_put_request(req); goto retry",
                    RequestReference.put(c, r),
                    reset(create.ino()),
                    reset(create.granter()),
                    reset(create.stage()),
                    assign(r.references(), 1),
                    assign(got, false))
                .ret())
        .only(
            !c.variant().is(Mutant.FAILED_CREATE_IS_REPORTED),
            block()
                .branch(
                    err.is(Outcome.ERROR),
                    block()
                        .step(
                            "ceph_mdsc_put_request(req)", discard(c, r), RequestReference.put(c, r))
                        .ret()))
        .step(
            "ceph_finish_async_create(); ceph_mdsc_put_request(req)",
            warn(
                "failed-create-is-not-reported",
                "the caller is told of a file whose create has failed",
                not(err.isOneOf(Outcome.ERROR, Outcome.TRY_AGAIN))),
            finish(c, r, create),
            RequestReference.put(c, r))
        .end();
  }

  /**
   * The last put of a request whose submission failed puts its new inode, which nobody has seen.
   */
  static Effect discard(CephModel c, Request r) {
    if (!c.createsAsync() || c.variant().is(Mutant.FAILED_CREATE_KEEPS_INODE)) return all();
    return reset(c.asyncCreate(r.id()).stage());
  }

  /** The request may have failed since, when it was to be sent again. */
  private static Effect finish(CephModel c, Request r, AsyncCreate create) {
    Effect pending = assign(create.stage(), CreateStage.PENDING);
    if (!c.variant().has(Hunk.SETTLE_FAILED_CREATE)) return pending;
    return whenElse(
        r.outcome().isOneOf(Outcome.ERROR, Outcome.TRY_AGAIN),
        assign(create.stage(), CreateStage.SETTLED),
        pending);
  }
}
