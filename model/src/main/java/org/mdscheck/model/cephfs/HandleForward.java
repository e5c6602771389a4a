package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
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
 * {@code handle_forward()}: the MDS says whose the request is, and it is done again there. In the
 * connection's worker, no lock held on entry.
 *
 * <p>Unlike {@code handle_reply()} it does not look at which session the request was sent on, nor
 * does it take the request off a list that it waits on. The references of the lookup are part of
 * the section under M.
 */
final class HandleForward {
  /** How often a request can have been forwarded; a run in which one was so often ends there. */
  static final int MOST = 3;

  private HandleForward() {}

  static Type number() {
    return Type.range(0, MOST);
  }

  static Program of(CephModel c, Session s, Local message) {
    Request r = c.request(message.field("request"));
    Expr known = contains(c.mdsc().requestTree(), r.id());
    if (c.variant().has(Hunk.FORWARD_CHECKS_SESSION)) known = known.and(r.session().is(s.id()));
    Expr aborted = r.outcome().isOneOf(Outcome.ABORTED, Outcome.MULTIHOP);
    Expr seq = message.field("fwd");
    Ref mutex = c.mdsc().mutex();
    return program("handle_forward")
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .either(
            block()
                .await("unknown tid: mutex_unlock(&mdsc->mutex)", not(known), release(mutex))
                .ret(),
            block()
                .await(
                    "ABORTED: __unregister_request(mdsc, req)",
                    known.and(aborted),
                    RequestReference.unregister(c, r)),
            block()
                .await(
                    "fwd_seq <= req->r_num_fwd: -EMULTIHOP, ABORTED; complete_request(mdsc, req)",
                    known.and(not(aborted)).and(seq.isAtMost(r.numFwd())),
                    isNews(value(false)),
                    when(
                        r.outcome().isOneOf(Outcome.NONE, Outcome.UNSENT),
                        assign(r.outcome(), Outcome.MULTIHOP))),
            resend(c, s, r, known.and(not(aborted)).and(seq.isMore(r.numFwd())), seq))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        .end();
  }

  private static Effect isNews(Expr held) {
    return warn("forward-is-news", "a request fails as if forwarded too often", held);
  }

  private static Block resend(CephModel c, Session s, Request r, Expr when, Expr seq) {
    Expr last = c.ids().importer();
    return block()
        .await(
            "req->r_attempts = 0; req->r_num_fwd = fwd_seq; req->r_resend_mds = next_mds",
            when,
            isNews(seq.isMore(r.numFwd())),
            check(
                "bug-on",
                "handle_forward(): BUG_ON(req->r_err)",
                r.outcome().isOneOf(Outcome.NONE, Outcome.RESULT)),
            check(
                "bug-on",
                "handle_forward(): BUG_ON(test_bit(CEPH_MDS_R_GOT_RESULT, &req->r_req_flags))",
                r.outcome().is(Outcome.NONE)),
            assign(r.attempted(), false),
            assign(r.numFwd(), seq),
            assign(r.resendMds(), ifElse(s.rank().is(last), c.ids().rank(0), last)),
            c.variant().has(Hunk.FORWARD_UNLINKS) ? RequestReference.unlink(c, r) : all(),
            RequestReference.putSession(c, r))
        .call(DoRequest.of(c, r.id()));
  }
}
