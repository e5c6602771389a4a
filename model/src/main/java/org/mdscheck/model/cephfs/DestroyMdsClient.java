package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.UmountStage.DETACHED;
import static org.mdscheck.model.cephfs.UmountStage.FREED;
import static org.mdscheck.model.cephfs.UmountStage.RESET_SHUT_DOWN;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * The end of {@code ceph_kill_sb()} with {@code ceph_mdsc_destroy()}: from the closed sessions on.
 */
final class DestroyMdsClient {
  private DestroyMdsClient() {}

  static Program of(CephModel c) {
    return program("ceph_mdsc_destroy")
        .step("fsc->client->extra_mon_dispatch = NULL", assign(c.umountStage(), DETACHED))
        .only(!c.variant().is(Mutant.NO_FLUSH_BEFORE_FREE), block().call(flush(c)))
        .then(shutDownReset(c))
        .only(
            c.scenario().has(Context.DELAYED_WORK),
            block()
                .await(
                    "flush_delayed_work(&mdsc->delayed_work)",
                    not(inside(CephModel.DELAYED_WORK, null))))
        .step("kfree(mdsc)", assign(c.umountStage(), FREED))
        .end();
  }

  /** Ends a reset that waits for its turn, and waits for one that is at work. */
  private static Block shutDownReset(CephModel c) {
    if (!c.canReset()) return block();
    if (!c.variant().has(Hunk.RESET_SHUTDOWN) && !c.resetReconnects()) return block();
    Effect end = assign(c.clientReset().phase(), ResetPhase.IDLE);
    Effect failed =
        when(
            c.clientReset().phase().isNot(ResetPhase.IDLE),
            assign(c.clientReset().failed(), true),
            end);
    return block()
        .step(
            "st->shutdown = true; st->phase = CEPH_CLIENT_RESET_IDLE",
            assign(c.umountStage(), RESET_SHUT_DOWN),
            failed)
        .await("cancel_work_sync(&mdsc->reset_work)", not(inside(CephModel.RESET_WORK, null)));
  }

  /**
   * {@code ceph_msgr_flush()}: waits for the work that runs, also the monitor's, and not for what
   * is queued later.
   */
  static Program flush(CephModel c) {
    Local running = local("work", Type.setOf(c.sessions()));
    return program("ceph_msgr_flush", running)
        .step(
            "flush_workqueue(ceph_msgr_wq)",
            forEach(
                c.sessions(),
                x -> List.of(when(inside(CephModel.CONNECTION_WORKER, x), add(running, x)))))
        .loop(
            block()
                .branch(running.is(emptySet(c.sessions())), block().leave())
                .choose(
                    "flush_workqueue(ceph_msgr_wq): the work of a connection is done",
                    c.sessions(),
                    x ->
                        Block.given(
                            x.isIn(running).and(not(inside(CephModel.CONNECTION_WORKER, x))),
                            drop(running, x))))
        .await(
            "flush_workqueue(ceph_msgr_wq): the monitor's work is done",
            not(inside(CephModel.MONITOR_WORKER, null)))
        .end();
  }
}
