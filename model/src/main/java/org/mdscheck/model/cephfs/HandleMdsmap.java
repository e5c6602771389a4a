package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * {@code ceph_mdsc_handle_mdsmap()}, in the worker of the monitor's connection, for ever.
 *
 * <p>A map is any published one that is newer than the client's: maps may be skipped, and may have
 * been on their way while the monitor published others. Each changes one rank, so with several
 * ranks the client may see their changes in any order. Left out: a CLIENTREPLAY map that is
 * overtaken, which every test of the client treats as REJOIN; maps that arrive from an MDS.
 */
final class HandleMdsmap {
  private HandleMdsmap() {}

  static Program of(CephModel c) {
    Local rank = local("i", Type.id(c.ranks()));
    Local oldState = local("oldstate", Type.enumOf(MdsState.class));
    Local newState = local("newstate", Type.enumOf(MdsState.class));
    Local moved = local("moved", Type.bool());
    Local found = local("s", Type.nullable(c.sessions()));
    Ref mutex = c.mdsc().mutex();
    List<Block> maps = new ArrayList<>();
    for (MdsState state : MdsState.values()) {
      if (state == MdsState.DNE && !c.scenario().has(Context.RANK_REMOVAL)) continue;
      for (int instance = 0; instance <= c.ids().lastInstance(); instance++) {
        maps.add(swap(c, instance, state, rank, oldState, newState, moved, found));
      }
    }
    boolean targets =
        c.scenario().has(Context.EXPORT_TARGETS) && !c.variant().is(Mutant.H16_SKIP_EXPORT_TARGETS);
    Local reconnected = local("reconnected", Type.bool());
    List<Local> locals = new ArrayList<>(List.of(rank, oldState, newState, moved, found));
    if (targets) locals.add(reconnected);
    if (c.scenario().has(Context.EXPORT_TARGETS)) maps.add(unrelated(c, rank, oldState, newState));
    if (c.scenario().has(Context.LAGGY)) maps.add(laggy(c, rank, oldState, newState));
    Block others = block();
    if (targets) others.call(ExportTargets.reconnect(c, reconnected));
    if (c.scenario().has(Context.LAGGY)) others.call(ExportTargets.open(c));
    return program("ceph_mdsc_handle_mdsmap", locals.toArray(Local[]::new))
        .loop(
            block()
                .restChoose(
                    "mutex_lock(&mdsc->mutex), a new map has arrived",
                    c.ranks(),
                    r -> given(isOutdated(c, r), acquire(mutex), assign(rank, r)))
                .either(maps.toArray(Block[]::new))
                .call(
                    CheckNewMap.of(
                        c, found, rank, oldState, newState, moved, targets ? reconnected : null))
                .then(others)
                .call(WakeRequests.of(c, c.mdsc().waitingForMap()))
                .step(
                    "mutex_unlock(&mdsc->mutex)",
                    release(mutex),
                    reset(rank),
                    reset(oldState),
                    reset(newState),
                    reset(moved),
                    reset(found),
                    targets ? reset(reconnected) : all()))
        .end();
  }

  private static Expr isOutdated(CephModel c, Expr rank) {
    Expr instance = c.mdsc().mapInstance(rank);
    Expr outdated =
        instance
            .isNot(c.monitor().instance(rank))
            .or(c.mdsc().mapState(rank).isNot(c.monitor().state(rank)));
    if (c.scenario().has(Context.EXPORT_TARGETS)) outdated = outdated.or(isUnrelated(c, rank));
    if (c.scenario().has(Context.LAGGY)) outdated = outdated.or(isLaggy(c, rank));
    return outdated;
  }

  /**
   * A map that changes no rank of ours is looked at all the same: what the loop over the export
   * targets does depends on no change.
   */
  private static Block unrelated(CephModel c, Expr rank, Ref oldState, Ref newState) {
    return block()
        .await(
            "mdsc->mdsmap = newmap (of other ranks)",
            isUnrelated(c, rank),
            assign(oldState, c.mdsc().mapState(rank)),
            assign(newState, c.mdsc().mapState(rank)));
  }

  private static Expr isUnrelated(CephModel c, Expr rank) {
    return rank.is(c.ids().importer()).and(c.mdsc().mapState(rank).is(MdsState.RECONNECT));
  }

  private static Block laggy(CephModel c, Expr rank, Ref oldState, Ref newState) {
    return block()
        .await(
            "mdsc->mdsmap = newmap (laggy)",
            isLaggy(c, rank),
            assign(oldState, c.mdsc().mapState(rank)),
            assign(newState, c.mdsc().mapState(rank)),
            assign(c.mdsc().mapLaggy(rank), true));
  }

  private static Expr isLaggy(CephModel c, Expr rank) {
    return c.mds(rank).laggy().and(not(c.mdsc().mapLaggy(rank)));
  }

  private static Block swap(
      CephModel c,
      int instance,
      MdsState state,
      Expr rank,
      Ref oldState,
      Ref newState,
      Ref moved,
      Ref found) {
    Ref mapState = c.mdsc().mapState(rank);
    Ref mapInstance = c.mdsc().mapInstance(rank);
    return block()
        .await(
            "mdsc->mdsmap = newmap (" + state + "); s = mdsc->sessions[i]",
            isNewer(c, rank, instance, state).and(isPublished(c, rank, instance, state)),
            assign(found, c.mdsc().session(rank)),
            assign(oldState, mapState),
            assign(newState, state),
            assign(moved, mapInstance.isNot(instance)),
            assign(mapState, state),
            assign(mapInstance, instance));
  }

  private static Expr isPublished(CephModel c, Expr rank, int instance, MdsState state) {
    Monitor monitor = c.monitor();
    Expr newest = monitor.instance(rank).is(instance);
    if (state == MdsState.CLIENTREPLAY) return newest.and(monitor.state(rank).is(state));
    Expr current = newest.and(monitor.state(rank).isAtLeast(state));
    if (!monitor.remembers(instance)) return current;
    return current.or(
        monitor
            .instance(rank)
            .isMore(instance)
            .and(monitor.reached(rank, instance).isAtLeast(state)));
  }

  private static Expr isNewer(CephModel c, Expr rank, int instance, MdsState state) {
    Expr current = c.mdsc().mapInstance(rank);
    return current
        .isLess(instance)
        .or(current.is(instance).and(c.mdsc().mapState(rank).isLess(state)));
  }
}
