package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/** {@code mds_dispatch()}, in the connection's worker, no lock held. */
final class MdsDispatch {
  private MdsDispatch() {}

  static Program of(CephModel c, Session s, Local message) {
    Ref op = message.field("op");
    return program("mds_dispatch")
        .then(verifyRegistered(c, s))
        // Window: the session may be unregistered before its message is handled.
        .branch(op.is(ToClient.OPEN), handle(HandleSession.open(c, s, message)))
        .branch(
            op.isOneOf(ToClient.CLOSE, ToClient.CLOSE_FOR_ANOTHER, ToClient.CLOSE_ASKED_BY_ANOTHER),
            handle(HandleSession.close(c, s, op)))
        .branch(op.is(ToClient.RENEWCAPS), handle(HandleSession.renewCaps(c, s)))
        .branch(op.is(ToClient.STALE), handle(HandleSession.stale(c, s)))
        .branch(op.is(ToClient.REJECT), handle(HandleSession.reject(c, s)))
        .then(c.countsPushes() ? block().branch(op.is(ToClient.CAPS), handle(caps(c, s))) : block())
        .then(c.exportsCaps() ? exports(c, s, op) : block())
        .then(
            c.scenario().has(Context.FORWARDING)
                ? block().branch(op.is(ToClient.FORWARD), handle(HandleForward.of(c, s, message)))
                : block())
        .call(HandleReply.of(c, s, message))
        .end();
  }

  private static Program caps(CephModel c, Session s) {
    return c.scenario().has(Context.STOPPING_BLOCKERS)
        ? HandleCaps.ofInode(c, s)
        : HandleCaps.of(c, s);
  }

  private static Block exports(CephModel c, Session s, Ref op) {
    return block()
        .branch(op.is(ToClient.CAP_EXPORT), handle(HandleCaps.export(c, s)))
        .branch(op.is(ToClient.CAP_IMPORT), handle(HandleCaps.importing(c, s)));
  }

  /** A map from the MDS. */
  static Program ofMap(CephModel c, Session s) {
    return program("mds_dispatch").then(verifyRegistered(c, s)).call(HandleMdsmap.once(c)).end();
  }

  /** CEPH_SESSION_RECALL_STATE. */
  static Program ofRecall(CephModel c, Session s) {
    return program("mds_dispatch")
        .then(verifyRegistered(c, s))
        .call(HandleSession.recallState(c, s))
        .end();
  }

  private static Block verifyRegistered(CephModel c, Session s) {
    Ref mutex = c.mdsc().mutex();
    boolean isLocked = !c.variant().is(Mutant.DISPATCH_WITHOUT_MUTEX);
    Effect unlock = isLocked ? release(mutex) : all();
    return block()
        .only(isLocked, block().step("mutex_lock(&mdsc->mutex)", acquire(mutex)))
        .either(
            block().await("registered: mutex_unlock(&mdsc->mutex)", c.isRegistered(s), unlock),
            block()
                .await("not registered: mutex_unlock(&mdsc->mutex)", not(c.isRegistered(s)), unlock)
                .ret());
  }

  private static Block handle(Program program) {
    return block().call(program).ret();
  }
}
