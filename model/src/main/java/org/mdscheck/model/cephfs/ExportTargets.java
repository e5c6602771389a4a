package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code check_new_map()}, its loops over the export targets and over the laggy ranks. Caller holds
 * M, which the first of them drops and takes again inside. One rank is an export target, and one
 * may be laggy, so each loop is one pass.
 */
final class ExportTargets {
  private ExportTargets() {}

  /**
   * Reconnects to an export target that is in RECONNECT, whatever its session is, opening one if
   * there is none.
   *
   * @param reconnected whether the loop before has reconnected it, a local of the caller
   */
  static Program reconnect(CephModel c, Expr reconnected) {
    Local found = local("target", Type.nullable(c.sessions()));
    Session s = c.session(found);
    Expr rank = c.ids().importer();
    Expr due = c.mdsc().mapState(rank).is(RECONNECT).and(not(reconnected));
    Expr registered = c.mdsc().session(rank);
    Ref mutex = c.mdsc().mutex();
    return program("check_new_map", found)
        .either(
            block().await("no export target is in RECONNECT", mayBeNone(c, due)).ret(),
            block()
                .await(
                    "target = __ceph_lookup_mds_session(mdsc, i)",
                    due.and(registered.isNotNull()),
                    assign(found, registered),
                    SessionReference.get(s)),
            block()
                .await("!target", due.and(registered.isNull()))
                .call(OpenExportTargetSession.of(c, rank, found))
                .branch(found.isNull(), block().ret()))
        .step(
            "mutex_unlock(&mdsc->mutex)",
            OpenExportTargetSession.isOpened(c, found),
            release(mutex))
        .call(SendMdsReconnect.of(c, s, value(RECONNECT)))
        .step("ceph_put_mds_session(target)", SessionReference.put(c, s))
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .end();
  }

  /**
   * What a loop does depends on the map in hand alone; that it lists no target may be so each time.
   */
  private static Expr mayBeNone(CephModel c, Expr due) {
    return c.assumes(Assumption.EXPORT_TARGET_STAYS) ? not(due) : value(true);
  }

  /** {@code __open_export_target_sessions()} of a laggy rank that has a session in use. */
  static Program open(CephModel c) {
    Local target = local("ts", Type.nullable(c.sessions()));
    Local state = local("state", Type.enumOf(SessionState.class));
    Expr rank = c.ids().exporter();
    Expr registered = c.mdsc().session(rank);
    Expr due = c.mdsc().mapLaggy(rank).and(registered.isNotNull());
    return program("__open_export_target_sessions", target, state)
        .either(
            block().await("no laggy MDS has a session", mayBeNone(c, due)).ret(),
            block()
                .await(
                    "ceph_mdsmap_is_laggy(newmap, i): s->s_state",
                    due,
                    assign(state, c.session(registered).state())))
        .branch(state.isOneOf(OPEN, HUNG, CLOSING), block(), block().ret())
        .call(OpenExportTargetSession.of(c, c.ids().importer(), target))
        .branch(target.isNull(), block().ret())
        .step(
            "ceph_put_mds_session(ts)",
            OpenExportTargetSession.isOpened(c, target),
            SessionReference.put(c, c.session(target)))
        .end();
  }
}
