package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_do_request()}: a thread that submits one request and waits for the result. The
 * rank, which the kernel takes from a capability or at random, is any.
 *
 * <p>A thread that is woken takes M once, to read a result that is final by then. That is left out:
 * whoever stores the result gives M back afterwards and until then touches neither the request nor
 * what the thread's put may free, so a thread that does not wait for M does nothing that one which
 * waits could not. A thread that is killed takes M to write.
 */
final class SubmitRequest {
  private static final String NAME = "ceph_mdsc_do_request";

  private SubmitRequest() {}

  static Program of(CephModel c, Expr request) {
    Request r = c.request(request);
    Local failed = local("err", Type.bool());
    return thread(c, failed)
        .option(
            "(a system call needs the MDS)",
            mayBegin(c, r),
            c.scenario().has(Context.RECOVERY_GETATTR) ? assign(r.begun(), true) : all(),
            assign(r.references(), 1))
        .then(submitAndWait(c, r, failed))
        .end();
  }

  /** Where delayed work has a request too, one is left for it. */
  private static Expr mayBegin(CephModel c, Request r) {
    if (c.scenario().has(Context.NO_REQUESTS)) return value(false);
    Expr mounted = not(c.mdsc().stopping());
    if (c.scenario().has(Context.RECOVERY_GETATTR))
      return mounted
          .and(not(r.begun()))
          .and(count(c.requests(), x -> not(c.request(x).begun())).isMore(1));
    return c.exportsCaps() ? mounted.and(c.capExports().mounted()) : mounted;
  }

  /** As a call: the thread has a request already. */
  static Program synchronous(CephModel c, Request r) {
    Local failed = local("err", Type.bool());
    return thread(c, failed).then(submitAndWait(c, r, failed)).end();
  }

  private static Block thread(CephModel c, Local failed) {
    return isGated(c) ? program(NAME, failed) : program(NAME);
  }

  /** Whether requests wait while the client is reset. */
  static boolean isGated(CephModel c) {
    return c.canReset() && (c.variant().has(Hunk.RESET_GATE) || c.resetReconnects());
  }

  /** {@code __register_request()}, and the choice of the rank. Caller holds M. */
  static Block register(CephModel c, Request r) {
    // Where __choose_mds() has its step it does not matter what was before.
    Block[] ranks = new Block[MdsChoice.isMade(c.scenario()) ? 1 : c.ranks().size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] =
          block()
              .step(
                  "__register_request(mdsc, req)",
                  enqueue(c.mdsc().requestTree(), r.id()),
                  assign(r.references(), 2),
                  assign(r.rank(), c.ids().rank(i)));
    }
    return block().either(ranks);
  }

  private static Block submitAndWait(CephModel c, Request r, Local failed) {
    Ref mutex = c.mdsc().mutex();
    List<Block> waits = new ArrayList<>();
    waits.add(
        block()
            .await(
                "wait_for_completion_killable(); ceph_mdsc_put_request(req)",
                r.outcome().isOneOf(Outcome.RESULT, Outcome.ERROR, Outcome.MULTIHOP),
                RequestReference.put(c, r))
            .ret());
    if (c.scenario().has(Context.SIGNALS)) {
      waits.add(block().fault("killed", c.budgets().failures, isUndecided(r)));
    }
    return block()
        .then(gate(c, r, failed))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .then(register(c, r))
        .call(DoRequest.of(c, r.id()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .either(waits.toArray(Block[]::new))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .step(
            "ABORTED, unless GOT_RESULT",
            when(isUndecided(r), assign(r.outcome(), Outcome.ABORTED)))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .step("ceph_mdsc_put_request(req)", RequestReference.put(c, r));
  }

  static Block gate(CephModel c, Request r, Local failed) {
    if (!isGated(c)) return block();
    return block()
        .call(WaitForReset.of(c, failed))
        .branch(
            failed,
            block()
                .step(
                    "ceph_mdsc_put_request(req)",
                    AtomicOpen.discard(c, r),
                    RequestReference.put(c, r))
                .ret());
  }

  private static Expr isUndecided(Request r) {
    return r.outcome().isOneOf(Outcome.NONE, Outcome.UNSENT);
  }
}
