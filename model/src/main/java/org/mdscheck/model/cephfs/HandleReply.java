package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code handle_reply()}, safe and unsafe replies. {@code s_state} is never looked at, unless
 * repaired.
 *
 * <p>A reply brings a capability, and a capability message that bumps {@code s_seq} comes with it.
 * {@code complete_request()} is part of the step that stores the result: the thread it wakes looks
 * at nothing but the request.
 */
final class HandleReply {
  private HandleReply() {}

  static Program of(CephModel c, Session s, Local message) {
    Request r = c.request(message.field("request"));
    Expr op = message.field("op");
    boolean mayFail = c.scenario().has(Context.CREATE_ERRORS);
    boolean looksForErrors = mayFail && !c.variant().is(Mutant.ERROR_REPLY_IS_SUCCESS);
    Expr safe =
        mayFail
            ? op.isOneOf(ToClient.SAFE_REPLY, ToClient.ERROR_REPLY)
            : op.is(ToClient.SAFE_REPLY);
    boolean mayBeCorrupt = c.scenario().has(Context.CORRUPT_SNAP_TRACE);
    Local corrupt = local("close_sessions", Type.bool());
    boolean looks = c.variant().has(Hunk.REPLY_CHECKS_STATE);
    Block fill =
        mayBeCorrupt ? block().either(isCorrupt(c, corrupt), fillTrace(c, s)) : fillTrace(c, s);
    return (mayBeCorrupt ? program("handle_reply", corrupt) : program("handle_reply"))
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .then(receive(c, s, r, safe))
        .then(parse(c, s, message))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .only(
            looksForErrors,
            block().branch(message.field("op").is(ToClient.ERROR_REPLY), fail(c, s, message)))
        .then(lockSession(c, s, r))
        .only(!looks, fill)
        .only(
            looks,
            block()
                .test(
                    "session->s_state == CEPH_MDS_SESSION_CLOSED",
                    s.state().is(SessionState.CLOSED),
                    block(),
                    fill))
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .step(
            "req->r_reply = msg; GOT_RESULT",
            saysWhatTheMdsSaid(c, message, false),
            mayBeCorrupt ? when(not(corrupt), bringsCapability(c, s)) : bringsCapability(c, s),
            when(
                r.outcome().isOneOf(Outcome.NONE, Outcome.UNSENT),
                mayBeCorrupt
                    ? assign(r.outcome(), ifElse(corrupt, Outcome.ERROR, Outcome.RESULT))
                    : assign(r.outcome(), Outcome.RESULT)))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_mdsc_put_request(req)", settle(c, r), RequestReference.put(c, r))
        .then(
            mayBeCorrupt
                ? block().branch(corrupt, block().call(CloseSessions.closing(c)))
                : block())
        .end();
  }

  /** M held; given back where the reply ends here. */
  private static Block receive(CephModel c, Session s, Request r, Expr safe) {
    Expr known = contains(c.mdsc().requestTree(), r.id()).and(r.session().is(s.id()));
    Expr firstUnsafe = known.and(not(safe)).and(not(r.gotUnsafe()));
    boolean looks = c.variant().has(Hunk.UNSAFE_REPLY_RECHECKS);
    Effect unlock = release(c.mdsc().mutex());
    List<Block> ways = new ArrayList<>();
    ways.add(
        block()
            .await(
                "unknown tid, other session or duplicate: mutex_unlock(&mdsc->mutex)",
                not(known).or(not(safe).and(r.gotUnsafe())),
                unlock)
            .ret());
    ways.add(
        block()
            .await(
                "safe after unsafe: __unregister_request(mdsc, req)",
                known.and(safe).and(r.gotUnsafe()),
                RequestReference.unregister(c, r))
            .step("mutex_unlock(&mdsc->mutex)", unlock)
            .ret());
    ways.add(
        block()
            .await(
                "safe: __unregister_request(mdsc, req)",
                known.and(safe).and(not(r.gotUnsafe())),
                increment(r.references()),
                RequestReference.unregister(c, r)));
    if (looks)
      ways.add(
          block()
              .await(
                  "unsafe, mdsc->sessions[session->s_mds] != session: mutex_unlock(&mdsc->mutex)",
                  firstUnsafe.and(not(c.isRegistered(s))),
                  unlock)
              .ret());
    ways.add(
        block()
            .await(
                "unsafe: list_add_tail(&req->r_unsafe_item, &req->r_session->s_unsafe)",
                looks ? firstUnsafe.and(c.isRegistered(s)) : firstUnsafe,
                increment(r.references()),
                assign(r.gotUnsafe(), true),
                add(s.unsafe(), r.id())));
    return block().either(ways.toArray(Block[]::new));
  }

  /**
   * A reply with an error has no inode to wait for and no trace to fill in. That it is in the reply
   * and not in {@code r_err} makes no difference to who waits.
   */
  private static Block fail(CephModel c, Session s, Local message) {
    Request r = c.request(message.field("request"));
    return block()
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .step(
            "req->r_reply = msg; GOT_RESULT",
            saysWhatTheMdsSaid(c, message, true),
            when(
                r.outcome().isOneOf(Outcome.NONE, Outcome.UNSENT),
                assign(r.outcome(), Outcome.ERROR)))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_mdsc_put_request(req)", settle(c, r), RequestReference.put(c, r))
        .ret();
  }

  private static Effect saysWhatTheMdsSaid(CephModel c, Local message, boolean error) {
    if (!c.scenario().has(Context.CREATE_ERRORS)) return all();
    return warn(
        "result-is-what-mds-said",
        error ? "a success is recorded as an error" : "an error is recorded as a success",
        message.field("op").is(ToClient.ERROR_REPLY).is(error));
  }

  /** {@code s_mutex} has been held since, so nobody has removed it again. */
  private static Effect bringsCapability(CephModel c, Session s) {
    if (c.exportsCaps()) return all();
    Expr has = c.scenario().has(Context.CAPS) ? c.caps().isOnList(s) : s.caps().isMore(0);
    return warn(
        "reply-brings-capability",
        "the capability in a reply is not taken",
        s.state().is(SessionState.CLOSED).or(has));
  }

  /** {@code parse_reply_info()}, M held: the MDS may have delegated numbers. */
  private static Block parse(CephModel c, Session s, Local message) {
    if (!c.createsAsync()) return block();
    Ref granted = message.field("inos");
    return block()
        .branch(
            granted.isNot(emptySet(c.inos())),
            block()
                .step(
                    "ceph_parse_deleg_inos(): xa_insert() of each",
                    DelegatedInos.insert(c, s, granted),
                    reset(granted)));
  }

  /** The inode of an asynchronous create is found by its number, and waited for while I_NEW. */
  private static Block lockSession(CephModel c, Session s, Request r) {
    if (!c.createsAsync()) return block().step("mutex_lock(&session->s_mutex)", acquire(s.mutex()));
    return block()
        .await(
            "ceph_get_inode(); mutex_lock(&session->s_mutex)",
            c.asyncCreate(r.id()).stage().isNot(CreateStage.NEW),
            acquire(s.mutex()));
  }

  /** {@code complete_request()} calls {@code ceph_async_create_cb()}, no mutex held. */
  static Effect settle(CephModel c, Request r) {
    if (!c.createsAsync() || c.variant().is(Mutant.CREATE_NEVER_SETTLED)) return all();
    Ref stage = c.asyncCreate(r.id()).stage();
    return when(stage.is(CreateStage.PENDING), assign(stage, CreateStage.SETTLED));
  }

  /** A reply brings a capability. */
  private static Block fillTrace(CephModel c, Session s) {
    String label = "ceph_fill_trace(mdsc->fsc->sb, req)";
    if (c.variant().is(Mutant.REPLY_WITHOUT_TRACE)) return block();
    if (c.scenario().has(Context.CAPS))
      return block().call(c.caps().addCap(s)).step(label, assign(s.seq(), true));
    if (c.exportsCaps()) return block().step(label, assign(s.seq(), true));
    return block()
        .await(
            label,
            Directory.unlocked(c),
            c.scenario().has(Context.DESTRUCTION) ? takesInode(c) : all(),
            assign(s.caps(), 1),
            assign(s.seq(), true),
            Directory.fill(c, s));
  }

  private static Effect takesInode(CephModel c) {
    return warn(
        "no-inode-after-flush",
        "a reply takes references to inodes that the umount evicts",
        c.isUmountBefore(UmountStage.FLUSHED));
  }

  /** No trace is filled in; all sessions are closed when this one is unlocked. */
  private static Block isCorrupt(CephModel c, Local corrupt) {
    return block()
        .fault(
            "ceph_update_snap_trace() fails: fsc->mount_state = CEPH_MOUNT_FENCE_IO",
            c.budgets().failures,
            c.fsc().become(MountState.FENCE_IO),
            assign(corrupt, true));
  }
}
