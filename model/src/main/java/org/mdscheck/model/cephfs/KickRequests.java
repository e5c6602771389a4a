package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * {@code kick_requests()}: does again the requests of a rank that were not sent. Caller holds M, so
 * which ones they are is settled at the start: doing one does not change another.
 */
final class KickRequests {
  private KickRequests() {}

  static Program of(CephModel c, Expr rank) {
    Local todo = local("p", c.mdsc().requestTree().type());
    Local req = local("req", Type.nullable(c.requests()));
    Effect unlink = all(unlink(c, req), remove(c.mdsc().waitingForMap(), req));
    return program("kick_requests", todo, req)
        .either(
            block()
                .await(
                    "no request of the rank is unsent",
                    not(exists(c.requests(), x -> isKicked(c, c.request(x), rank))))
                .ret(),
            block()
                .await(
                    "p = rb_first(&mdsc->request_tree); list_del_init(&req->r_wait)",
                    exists(c.requests(), x -> isKicked(c, c.request(x), rank)),
                    assign(todo, c.mdsc().requestTree()),
                    forEach(
                        c.requests(),
                        x -> List.of(when(not(isKicked(c, c.request(x), rank)), remove(todo, x)))),
                    dequeue(todo, req),
                    unlink))
        .loop(
            block()
                .call(DoRequest.of(c, req))
                .branch(isEmpty(todo), block().leave())
                .step("p = rb_next(p); list_del_init(&req->r_wait)", dequeue(todo, req), unlink))
        .end();
  }

  /** From the list that it is on: of its session, but for what {@code handle_forward()} leaves. */
  private static Effect unlink(CephModel c, Expr req) {
    if (c.variant().is(Mutant.KICK_LEAVES_ON_LIST)) return all();
    if (!c.scenario().has(Context.FORWARDING))
      return remove(c.session(c.request(req).session()).waiting(), req);
    return forEach(
        c.sessions(),
        x ->
            List.of(
                when(
                    c.session(x).references().isMore(0).and(contains(c.session(x).waiting(), req)),
                    remove(c.session(x).waiting(), req))));
  }

  private static Expr isKicked(CephModel c, Request r, Expr rank) {
    return contains(c.mdsc().requestTree(), r.id())
        .and(not(r.gotUnsafe()))
        .and(c.variant().is(Mutant.KICK_SENT_REQUESTS) ? value(true) : not(r.attempted()))
        .and(r.session().isNotNull())
        .and(c.session(r.session()).rank().is(rank));
  }
}
