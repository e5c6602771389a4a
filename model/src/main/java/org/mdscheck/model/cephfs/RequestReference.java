package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/** {@code ceph_mdsc_put_request()} and {@code __unregister_request()}. */
final class RequestReference {
  private RequestReference() {}

  /** A request on a wait list has no reference for it: it may be freed there. */
  static Effect touch(Request r) {
    return check(
        "use-after-free", "a request on a wait list is freed memory", r.references().isMore(0));
  }

  /** {@code put_request_session()}. */
  static Effect putSession(CephModel c, Request r) {
    return when(
        r.session().isNotNull(),
        SessionReference.put(c, c.session(r.session())),
        assign(r.session(), nobody()));
  }

  /** {@code list_add(&req->r_wait, list)}, which corrupts both lists if it is on one already. */
  static Effect waitOn(CephModel c, Request r, Ref list) {
    if (!c.scenario().has(Context.FORWARDING)) return enqueue(list, r.id());
    Expr waits =
        contains(c.mdsc().waitingForMap(), r.id())
            .or(
                exists(
                    c.sessions(),
                    x ->
                        c.session(x)
                            .references()
                            .isMore(0)
                            .and(contains(c.session(x).waiting(), r.id()))));
    return all(
        check("waits-on-one-list", "list_add(): r_wait is on a list already", not(waits)),
        enqueue(list, r.id()));
  }

  /** The last put releases {@code r_session} and frees the request. */
  static Effect put(CephModel c, Request r) {
    return all(
        when(
            r.references().is(1),
            when(r.session().isNotNull(), SessionReference.put(c, c.session(r.session()))),
            reset(r.rank()),
            MdsChoice.isMade(c.scenario()) ? reset(r.resendMds()) : all(),
            c.scenario().has(Context.FORWARDING) ? reset(r.numFwd()) : all(),
            reset(r.session()),
            reset(r.attempted()),
            reset(r.gotUnsafe()),
            reset(r.outcome()),
            c.createsAsync() ? reset(c.asyncCreate(r.id()).granter()) : all(),
            c.scenario().has(Context.MDS_RECORD) ? reset(r.firstSentOn()) : all()),
        decrement(r.references()));
  }

  /** {@code list_del_init(&req->r_wait)}: it waits for the map, for {@code r_session}, or not. */
  static Effect unlink(CephModel c, Request r) {
    return all(
        remove(c.mdsc().waitingForMap(), r.id()),
        when(r.session().isNotNull(), remove(c.session(r.session()).waiting(), r.id())));
  }

  /**
   * Takes the request out of the tree and of the list of unsafe requests, and puts the tree's
   * reference. Caller holds M.
   */
  static Effect unregister(CephModel c, Request r) {
    return all(
        check(
            "bug-on",
            "erase_request(): BUG_ON(RB_EMPTY_NODE(&req->r_node))",
            contains(c.mdsc().requestTree(), r.id())),
        remove(c.mdsc().requestTree(), r.id()),
        when(
            r.gotUnsafe().and(r.session().isNotNull()),
            drop(c.session(r.session()).unsafe(), r.id())),
        c.variant().has(Hunk.UNLINK_WAITING) ? unlink(c, r) : all(),
        put(c, r));
  }
}
