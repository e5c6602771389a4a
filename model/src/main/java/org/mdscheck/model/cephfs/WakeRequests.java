package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code __wake_requests()}: splices a list and does each request again; one that waits anew is not
 * seen twice. Caller holds M.
 */
final class WakeRequests {
  private WakeRequests() {}

  static Program of(CephModel c, Ref list) {
    Local todo = local("tmp_list", list.type());
    Local req = local("req", Type.nullable(c.requests()));
    return program("__wake_requests", todo, req)
        .either(
            block().await("the list is empty", isEmpty(list)).ret(),
            block()
                .await(
                    "list_splice_init(head, &tmp_list); list_del_init(&req->r_wait)",
                    not(isEmpty(list)),
                    assign(todo, list),
                    reset(list),
                    dequeue(todo, req),
                    RequestReference.touch(c.request(req))))
        .loop(
            block()
                .call(DoRequest.of(c, req))
                .branch(isEmpty(todo), block().leave())
                .step(
                    "list_del_init(&req->r_wait)",
                    dequeue(todo, req),
                    RequestReference.touch(c.request(req))))
        .end();
  }
}
