package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code replay_unsafe_requests()}: sends again what was answered unsafe, as replays, and what was
 * sent and not answered. Caller holds {@code s_mutex}; takes M inside it. A replay needs no memory:
 * it is the first message once more.
 */
final class ReplayUnsafeRequests {
  private ReplayUnsafeRequests() {}

  static Program of(CephModel c, Session s) {
    return program("replay_unsafe_requests")
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .only(c.createsAsync() && c.variant().is(Mutant.H3_CHECK_CAPS_IN_REPLAY), checkCaps(c, s))
        .either(
            block()
                .step(
                    "__send_request() of each on s_unsafe, then of the rank's old ones",
                    sendAll(c, s, r -> value(true))),
            block()
                .faultChoose(
                    "__send_request() of each but one: create_request_message() fails",
                    c.budgets().failures,
                    c.requests(),
                    x ->
                        given(
                            contains(c.mdsc().requestTree(), x).and(isOld(c, c.request(x), s)),
                            sendAll(c, s, r -> r.id().isNot(x)),
                            fail(c, c.request(x)))))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .end();
  }

  /**
   * The references that an old request has to capabilities of its directory are put before it is
   * sent, with a check of what the directory may return to the MDS.
   */
  private static Block checkCaps(CephModel c, Session s) {
    if (!c.createsAsync() || !c.variant().is(Mutant.H3_CHECK_CAPS_IN_REPLAY)) return block();
    Local checked = local("cap->session", Type.nullable(c.sessions()));
    Ref mutex = c.session(checked).mutex();
    Expr some =
        exists(
            c.requests(),
            x ->
                contains(c.mdsc().requestTree(), x)
                    .and(c.asyncCreate(x).ino().isNotNull())
                    .and(isOld(c, c.request(x), s)));
    return block()
        .call(
            program("ceph_mdsc_release_dir_caps", checked)
                .step(
                    "ceph_put_cap_refs(ceph_inode(req->r_parent), dcaps)",
                    when(some, assign(checked, c.directory().auth())))
                .branch(
                    checked.isNotNull(),
                    block()
                        .call(
                            program("ceph_check_caps")
                                // The caller holds that of its own session: it waits for ever.
                                .await(
                                    "mutex_lock(&session->s_mutex)",
                                    checked.isNot(s.id()),
                                    acquire(mutex))
                                .step("mutex_unlock(&session->s_mutex)", release(mutex))
                                .end()))
                .end());
  }

  /** The error is stored in the request and otherwise ignored, unless repaired. */
  private static Effect fail(CephModel c, Request r) {
    boolean finishes = c.variant().has(Hunk.REPLAY_FINISHES);
    Expr undecided = r.outcome().is(Outcome.NONE);
    if (!finishes) return when(undecided, assign(r.outcome(), Outcome.UNSENT));
    return all(
        when(undecided, HandleReply.settle(c, r), assign(r.outcome(), Outcome.ERROR)),
        RequestReference.unregister(c, r));
  }

  private static Effect sendAll(CephModel c, Session s, Function<Request, Expr> chosen) {
    boolean replays = !c.variant().is(Mutant.REPLAY_FORGETS_UNSAFE);
    return all(
        replays
            ? each(c, r -> r.id().isIn(s.unsafe()).and(chosen.apply(r)), r -> replay(c, s, r))
            : all(),
        each(c, r -> isOld(c, r, s).and(chosen.apply(r)), r -> resend(c, s, r)));
  }

  /**
   * An effect for each request with a property, in the order of the tree. On s_unsafe they stand in
   * the order of their replies; the MDS sets them aside, so their order is lost there too.
   */
  private static Effect each(
      CephModel c, Function<Request, Expr> property, Function<Request, Effect> effect) {
    Ref tree = c.mdsc().requestTree();
    Effect[] effects = new Effect[c.requests().size()];
    for (int i = 0; i < effects.length; i++) {
      Request r = c.request(new Ref.Item(tree, value(i)));
      effects[i] = when(length(tree).isMore(i).and(property.apply(r)), effect.apply(r));
    }
    return all(effects);
  }

  private static Effect replay(CephModel c, Session s, Request r) {
    return CephConnection.send(c, s, ToMds.CLIENT_REQUEST_REPLAY, r.id());
  }

  private static Effect resend(CephModel c, Session s, Request r) {
    // Sent before, so its retry count is not 0.
    return CephConnection.send(
        c,
        s,
        c.scenario().has(Context.MDS_RECORD) ? ToMds.CLIENT_REQUEST_RETRY : ToMds.CLIENT_REQUEST,
        r.id());
  }

  /**
   * Sent, not answered, for the rank of the session; it goes to this session whichever object it
   * was sent on.
   */
  private static Expr isOld(CephModel c, Request r, Session s) {
    return not(r.gotUnsafe())
        .and(r.attempted())
        .and(r.session().isNotNull())
        .and(c.session(r.session()).rank().is(s.rank()));
  }
}
