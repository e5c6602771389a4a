package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MountState.MOUNTED;
import static org.mdscheck.model.cephfs.MountState.RECOVER;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Type;

/**
 * {@code maybe_recover_session()} and {@code ceph_force_reconnect()}, in {@code delayed_work()} of
 * a mount with {@code recover_session=clean}.
 *
 * <p>Left out: requests to the OSDs and the connections to them and to the monitors; open files,
 * which become invalid; the work on inodes that is waited for. The getattr of the root at the end,
 * which waits in {@code delayed_work()} like any request, takes part with {@link
 * Context#RECOVERY_GETATTR}.
 */
final class ForceReconnect {
  private ForceReconnect() {}

  static Program of(CephModel c) {
    FsClient fsc = c.fsc();
    boolean forgets = c.variant().is(Mutant.RECOVER_KEEPS_MOUNT_STATE);
    return program("maybe_recover_session")
        .test(
            "READ_ONCE(fsc->mount_state) != CEPH_MOUNT_MOUNTED",
            not(fsc.is(MOUNTED)),
            block().ret())
        .test("READ_ONCE(fsc->blocklisted)", fsc.blocklisted(), block(), block().ret())
        .call(
            program("ceph_force_reconnect")
                .step("fsc->mount_state = CEPH_MOUNT_RECOVER", fsc.become(RECOVER))
                .call(ForceUmount.of(c))
                .step("ceph_reset_client_addr(fsc->client)", fsc.renewAddress(c))
                .step("fsc->blocklisted = false", assign(fsc.blocklisted(), false))
                .step(
                    "fsc->mount_state = CEPH_MOUNT_MOUNTED", forgets ? all() : fsc.become(MOUNTED))
                .only(c.variant().has(Hunk.RECOVER_PARKS), wake(c))
                .then(c.scenario().has(Context.RECOVERY_GETATTR) ? getattr(c) : block())
                .end())
        .end();
  }

  /** The request is one whose thread has not begun, and then never does. */
  private static Block getattr(CephModel c) {
    Local request = local("req", Type.nullable(c.requests()));
    return block()
        .call(
            program("ceph_do_getattr", request)
                .either(
                    block()
                        .choose(
                            "req = ceph_mdsc_create_request(mdsc, CEPH_MDS_OP_GETATTR)",
                            c.requests(),
                            x ->
                                given(
                                    not(c.request(x).begun()),
                                    assign(request, x),
                                    assign(c.request(x).begun(), true),
                                    assign(c.request(x).references(), 1))),
                    block()
                        .await(
                            "(no request left: a bound)",
                            forAll(c.requests(), x -> c.request(x).begun()),
                            assign(c.mdsc().poolExhausted(), true))
                        .ret())
                .call(SubmitRequest.synchronous(c, c.request(request)))
                .end());
  }

  /** The requests that have waited for this. */
  private static Block wake(CephModel c) {
    return block()
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .call(WakeRequests.of(c, c.mdsc().waitingForMap()))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()));
  }
}
