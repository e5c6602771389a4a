package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;

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
 * {@code ceph_mdsc_handle_mdsmap()}, in the worker of the monitor's connection, for ever, and in
 * that of an MDS's.
 *
 * <p>A map is any published one that is newer than the client's: maps may be skipped, and may have
 * been on their way while the monitor published others. Each changes one rank, so with several
 * ranks the client may see their changes in any order. Left out: a CLIENTREPLAY map that is
 * overtaken, which every test of the client treats as REJOIN.
 */
final class HandleMdsmap {
  private final CephModel c;
  private final boolean hasMemory;
  private final Local rank;
  private final Local oldState = local("oldstate", Type.enumOf(MdsState.class));
  private final Local newState = local("newstate", Type.enumOf(MdsState.class));
  private final Local moved = local("moved", Type.bool());
  private final Local found;
  private final Local oldMap; // null unless the memory of maps is modelled
  private final Local newMap;
  private final Local reconnected; // null unless export targets are

  private HandleMdsmap(CephModel c) {
    this.c = c;
    hasMemory = c.scenario().has(Context.MAP_MEMORY);
    rank = local("i", Type.id(c.ranks()));
    found = local("s", Type.nullable(c.sessions()));
    oldMap = hasMemory ? local("oldmap", c.mapMemory().pointer()) : null;
    newMap = hasMemory ? local("newmap", c.mapMemory().pointer()) : null;
    reconnected = hasTargets(c) ? local("reconnected", Type.bool()) : null;
  }

  /** In the monitor's worker. */
  static Program of(CephModel c) {
    HandleMdsmap handler = new HandleMdsmap(c);
    return handler.program().loop(handler.arrival().then(handler.handle())).end();
  }

  /** For one map that an MDS has sent. */
  static Program once(CephModel c) {
    HandleMdsmap handler = new HandleMdsmap(c);
    return handler
        .program()
        .either(
            block().choose(ARRIVAL, c.ranks(), handler::take),
            block().await("epoch <= mdsc->mdsmap->m_epoch: return", not(isNewsFor(c))).ret())
        .then(handler.handle())
        .end();
  }

  private static final String ARRIVAL = "mutex_lock(&mdsc->mutex), a new map has arrived";

  /** Whether the client's map is not the newest. */
  static Expr isNewsFor(CephModel c) {
    return exists(c.ranks(), r -> isOutdated(c, r));
  }

  private static boolean hasTargets(CephModel c) {
    return c.scenario().has(Context.EXPORT_TARGETS)
        && !c.variant().is(Mutant.H16_SKIP_EXPORT_TARGETS);
  }

  private Block program() {
    List<Local> locals = new ArrayList<>(List.of(rank, oldState, newState, moved, found));
    if (reconnected != null) locals.add(reconnected);
    if (hasMemory) locals.addAll(List.of(oldMap, newMap));
    return Program.program(NAME, locals.toArray(Local[]::new));
  }

  private static final String NAME = "ceph_mdsc_handle_mdsmap";

  /** A change of the client's ranks is heard of in the end; other maps come or not. */
  private Block arrival() {
    Block change = block().restChoose(ARRIVAL, c.ranks(), r -> take(isChanged(c, r), r));
    if (!hasUnrelated(c)) return change;
    return block()
        .either(
            change,
            block()
                .optionChoose(
                    ARRIVAL, c.ranks(), r -> take(isUnrelated(c, r).and(not(isChanged(c, r))), r)));
  }

  private Block.Given take(Expr r) {
    return take(isOutdated(c, r), r);
  }

  private Block.Given take(Expr when, Expr r) {
    return given(
        when.and(c.isUmountBefore(UmountStage.DETACHED)),
        acquire(c.mdsc().mutex()),
        assign(rank, r));
  }

  private Block handle() {
    List<Block> maps = new ArrayList<>();
    for (MdsState state : MdsState.values()) {
      if (!c.scenario().hasMapState(state)) continue;
      for (int instance = 0; instance <= c.ids().lastInstance(); instance++)
        maps.add(swap(instance, state));
    }
    if (hasUnrelated(c)) maps.add(unrelated());
    if (c.scenario().has(Context.LAGGY)) maps.add(laggy());
    Block others = block();
    if (reconnected != null) others.call(ExportTargets.reconnect(c, reconnected));
    if (c.scenario().has(Context.LAGGY)) others.call(ExportTargets.open(c));
    boolean early = c.variant().is(Mutant.FREE_MAP_EARLY);
    return block()
        .then(c.mapMutex().lock())
        .either(maps.toArray(Block[]::new))
        .then(c.mapMutex().unlock())
        .then(early ? freeOld() : block())
        .call(CheckNewMap.of(c, found, rank, oldState, newState, moved, reconnected))
        .then(others)
        .then(otherRanks())
        .then(early ? block() : freeOld())
        .call(WakeRequests.of(c, c.mdsc().waitingForMap()))
        .step(
            "mutex_unlock(&mdsc->mutex)",
            release(c.mdsc().mutex()),
            reset(rank),
            reset(oldState),
            reset(newState),
            reset(moved),
            reset(found),
            reconnected != null ? reset(reconnected) : all());
  }

  private Effect swapMemory() {
    if (!hasMemory) return all();
    Effect swap = c.mapMemory().swap(oldMap, newMap);
    return counts() ? all(swap, c.mapMemory().hold(oldMap, newMap)) : swap;
  }

  private boolean counts() {
    return c.variant().has(Hunk.MAP_REFERENCE);
  }

  /** The loops of {@code check_new_map()} go on: both maps are looked at for the other ranks. */
  private Block otherRanks() {
    if (!hasMemory) return block();
    return block()
        .call(
            Program.program("check_new_map")
                .step(
                    "++i < oldmap->possible_max_rank; ceph_mdsmap_is_laggy(newmap, i)",
                    c.mapMemory().use(oldMap),
                    c.mapMemory().use(newMap),
                    counts() ? c.mapMemory().put(newMap) : all(),
                    reset(newMap))
                .end());
  }

  private Block freeOld() {
    if (!hasMemory) return block();
    if (c.variant().is(Mutant.MAP_IS_KEPT)) return block().step("(kept)", reset(oldMap));
    return block()
        .step(
            "ceph_mdsmap_destroy(oldmap)",
            counts() ? c.mapMemory().put(oldMap) : c.mapMemory().free(oldMap),
            c.variant().is(Mutant.FREE_MAP_EARLY) ? all() : reset(oldMap));
  }

  private static Expr isOutdated(CephModel c, Expr rank) {
    Expr changed = isChanged(c, rank);
    return hasUnrelated(c) ? changed.or(isUnrelated(c, rank)) : changed;
  }

  private static Expr isChanged(CephModel c, Expr rank) {
    Expr instance = c.mdsc().mapInstance(rank);
    Expr changed =
        instance
            .isNot(c.monitor().instance(rank))
            .or(c.mdsc().mapState(rank).isNot(c.monitor().state(rank)));
    return c.scenario().has(Context.LAGGY) ? changed.or(isLaggy(c, rank)) : changed;
  }

  /**
   * A map that changes no rank of ours is looked at all the same: what the loop over the export
   * targets does depends on no change, and the old map is freed.
   */
  private Block unrelated() {
    return block()
        .await(
            "mdsc->mdsmap = newmap (of other ranks)",
            isUnrelated(c, rank),
            assign(oldState, c.mdsc().mapState(rank)),
            assign(newState, c.mdsc().mapState(rank)),
            swapMemory());
  }

  private static boolean hasUnrelated(CephModel c) {
    return c.scenario().has(Context.EXPORT_TARGETS) || c.scenario().has(Context.OTHER_MAPS);
  }

  private static Expr isUnrelated(CephModel c, Expr rank) {
    if (c.scenario().has(Context.OTHER_MAPS)) return c.mapMemory().isFirst();
    return rank.is(c.ids().importer()).and(c.mdsc().mapState(rank).is(MdsState.RECONNECT));
  }

  private Block laggy() {
    return block()
        .await(
            "mdsc->mdsmap = newmap (laggy)",
            isLaggy(c, rank),
            assign(oldState, c.mdsc().mapState(rank)),
            assign(newState, c.mdsc().mapState(rank)),
            assign(c.mdsc().mapLaggy(rank), true),
            swapMemory());
  }

  private static Expr isLaggy(CephModel c, Expr rank) {
    return c.mds(rank).laggy().and(not(c.mdsc().mapLaggy(rank)));
  }

  private Block swap(int instance, MdsState state) {
    Ref mapState = c.mdsc().mapState(rank);
    Ref mapInstance = c.mdsc().mapInstance(rank);
    return block()
        .await(
            "mdsc->mdsmap = newmap (" + state + "); s = mdsc->sessions[i]",
            isNewer(c, rank, instance, state).and(isPublished(c, rank, instance, state)),
            assign(found, c.mdsc().session(rank)),
            assign(oldState, mapState),
            assign(newState, state),
            assign(moved, isMoved(c, mapState, mapInstance, state, instance)),
            assign(mapState, state),
            assign(mapInstance, instance),
            swapMemory());
  }

  /** Whether the address differs; that of a rank without a daemon is blank. */
  private static Expr isMoved(
      CephModel c, Ref oldState, Ref oldInstance, MdsState state, int instance) {
    if (c.ranksLeave() || !c.scenario().hasMapState(MdsState.DNE))
      return oldInstance.isNot(instance);
    return state == MdsState.DNE
        ? oldState.isNot(state)
        : oldState.is(MdsState.DNE).or(oldInstance.isNot(instance));
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
