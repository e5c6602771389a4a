package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/** {@code ceph_mdsc_force_umount()}: closes what can be closed and waits for nothing. */
final class ForceUmount {
  private static final String NAME = "ceph_mdsc_force_umount";

  private ForceUmount() {}

  /**
   * {@code ceph_umount_begin()}: somebody forces an umount, which itself comes later or never. The
   * requests to the OSDs, which it aborts, are left out.
   */
  static Program begin(CephModel c) {
    return program("ceph_umount_begin")
        .option(
            "fsc->mount_state = CEPH_MOUNT_SHUTDOWN",
            not(c.mdsc().stopping()),
            c.fsc().become(MountState.SHUTDOWN))
        .call(of(c, endsRequests(c)))
        .end();
  }

  /** Of a client that recovers: requests are done again. */
  static Program of(CephModel c) {
    return of(c, all());
  }

  /**
   * The file system is shut down, so whoever was woken or kicked has failed. A request whose
   * session is not registered any more is left to who has unregistered it.
   */
  private static Effect endsRequests(CephModel c) {
    return forEach(
        c.requests(),
        x -> {
          Request r = c.request(x);
          Expr waits = contains(c.mdsc().requestTree(), x).and(r.outcome().is(Outcome.NONE));
          Expr isRegistered = r.session().isNotNull().and(c.isRegistered(c.session(r.session())));
          Expr waitsForMap = contains(c.mdsc().waitingForMap(), x);
          return List.of(
              warn(
                  "forced-umount-ends-requests",
                  "a request still waits for its MDS",
                  not(waits.and(not(r.gotUnsafe())).and(isRegistered.or(waitsForMap)))));
        });
  }

  private static Program of(CephModel c, Effect atEnd) {
    Ref mutex = c.mdsc().mutex();
    Block sessions = block();
    for (int i = 0; i < c.ranks().size(); i++) sessions.call(close(c, c.ids().rank(i)));
    return program(NAME)
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .then(sessions)
        .call(WakeRequests.of(c, c.mdsc().waitingForMap()))
        .step("mutex_unlock(&mdsc->mutex)", atEnd, release(mutex))
        .end();
  }

  private static Program close(CephModel c, Expr rank) {
    Local found = local("session", Type.nullable(c.sessions()));
    Local ignored = local("err", Type.range(0, 1));
    Session s = c.session(found);
    Ref mutex = c.mdsc().mutex();
    return program(NAME, found, ignored)
        .then(
            LookUpSession.orReturn(
                c, "session = __ceph_lookup_mds_session(mdsc, mds)", rank, found))
        .test(
            "session->s_state == CEPH_MDS_SESSION_REJECTED",
            s.state().is(REJECTED),
            block().call(UnregisterSession.of(c, s)))
        .call(WakeRequests.of(c, s.waiting()))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex))
        // Window: the woken requests may be at work with the session, or wait on it again.
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(CloseSession.of(c, s, ignored))
        .test(
            "session->s_state == CEPH_MDS_SESSION_CLOSING",
            s.state().is(CLOSING),
            block()
                .only(
                    !c.variant().is(Mutant.FORCED_UMOUNT_KEEPS_REQUESTS),
                    block().call(CleanupSessionRequests.of(c, s)))
                .call(RemoveSessionCaps.of(c, s)))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .step("ceph_put_mds_session(session)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .call(KickRequests.of(c, rank))
        .end();
  }
}
