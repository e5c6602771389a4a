package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

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
 * {@code handle_cap_export()}: the capability goes to another rank, which has told the client
 * already or will. Until it has, a placeholder stands for what it will say, in the session of that
 * rank, which is opened on the exporter's word.
 *
 * <p>Caller holds {@code s_mutex}, which is given back here: it is dropped while the session of the
 * target is opened under M, and then both are taken, that of the higher rank first. Neither session
 * is looked at again: only whether the capability is still there.
 *
 * <p>Source: fs/ceph/caps.c. Left out: what the capability allows; {@code snap_rwsem} (all takers
 * in scope read); flushes, which move to the target with the capability; the warning when the
 * session of the target cannot be opened, for which only memory can be missing here.
 */
final class HandleCapExport {
  private final CephModel c;
  private final CapExports caps;
  private final Session s;
  private final Session t;
  private final Local target;
  private final Local failed = local("target < 0", Type.bool());
  private final Local usable = local("usable", Type.bool());
  private final Local isHigher = local("mds > target", Type.bool());

  private HandleCapExport(CephModel c, Session s) {
    this.c = c;
    this.s = s;
    caps = c.capExports();
    target = local("tsession", Type.nullable(c.sessions()));
    t = c.session(target);
  }

  static Program of(CephModel c, Session s) {
    return new HandleCapExport(c, s).build();
  }

  private Program build() {
    return program("handle_cap_export", target, failed, isHigher, usable)
        .loop(block().then(retry()).then(openTarget()))
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .branch(
            target.isNotNull(),
            block()
                .step("mutex_unlock(&tsession->s_mutex)", release(t.mutex()))
                .step("ceph_put_mds_session(tsession)", SessionReference.put(c, t)))
        .end();
  }

  private boolean rechecks() {
    return c.variant().has(Hunk.EXPORT_RECHECK);
  }

  /** All in one section of {@code i_ceph_lock}. */
  private Block retry() {
    Expr mds = s.rank();
    Expr other = caps.other(mds);
    Expr mine = caps.has(mds, caps.exported(mds));
    Expr wanted = mine.and(not(failed));
    Effect remove = caps.remove(mds);
    Expr adds = wanted.and(not(caps.has(other))).and(target.isNotNull());
    Expr usable = rechecks() ? this.usable : value(true);
    List<Block> ways = new ArrayList<>();
    ways.add(block().await("!cap || cap->cap_id != ex->cap_id", not(mine)).leave());
    ways.add(block().await("target < 0: ceph_remove_cap(cap)", mine.and(failed), remove).leave());
    ways.add(
        block().await("tcap: ceph_remove_cap(cap)", wanted.and(caps.has(other)), remove).leave());
    ways.add(
        block()
            .await(
                "ceph_add_cap(inode, tsession); ceph_remove_cap(cap)",
                adds.and(usable),
                caps.add(t, other, caps.imported(other)),
                remove)
            .leave());
    if (rechecks())
      ways.add(
          block()
              .await(
                  "tsession is not registered: ceph_remove_cap(cap)", adds.and(not(usable)), remove)
              .leave());
    ways.add(
        block()
            .await(
                "mutex_unlock(&session->s_mutex)",
                wanted.and(not(caps.has(other))).and(target.isNull()),
                release(s.mutex())));
    return block().either(ways.toArray(Block[]::new));
  }

  /** Windows: either session may be unregistered before both are locked. */
  private Block openTarget() {
    Ref mutex = c.mdsc().mutex();
    Program open =
        program("ceph_mdsc_open_export_target_session")
            .step(
                "mutex_lock(&mdsc->mutex)",
                acquire(mutex),
                assign(isHigher, s.rank().is(c.ids().importer())))
            .call(OpenExportTargetSession.of(c, caps.other(s.rank()), target))
            .step(
                "mutex_unlock(&mdsc->mutex)",
                OpenExportTargetSession.isOpened(c, target),
                release(mutex))
            .end();
    return block()
        .call(open)
        .branch(
            target.isNull(),
            block().step("mutex_lock(&session->s_mutex)", acquire(s.mutex()), assign(failed, true)),
            lockBoth().only(rechecks(), recheck()));
  }

  /** Who holds both {@code s_mutex} can rely on it. */
  private Block recheck() {
    Ref mutex = c.mdsc().mutex();
    return block()
        .step("mutex_lock(&mdsc->mutex)", acquire(mutex))
        .step("usable = mdsc->sessions[target] == tsession", assign(usable, c.isRegistered(t)))
        .step("mutex_unlock(&mdsc->mutex)", release(mutex));
  }

  private Block lockBoth() {
    Block own =
        block()
            .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
            .step("mutex_lock_nested(&tsession->s_mutex)", acquire(t.mutex()), ranked(s, t));
    if (c.variant().is(Mutant.EXPORT_LOCKS_OWN_FIRST)) return own;
    Block others =
        block()
            .step("mutex_lock(&tsession->s_mutex)", acquire(t.mutex()))
            .step("mutex_lock_nested(&session->s_mutex)", acquire(s.mutex()), ranked(t, s));
    return c.variant().is(Mutant.EXPORT_LOCKS_LOWER_FIRST)
        ? block().branch(isHigher, others, own)
        : block().branch(isHigher, own, others);
  }

  private Effect ranked(Session first, Session second) {
    return warn(
        "higher-rank-first",
        "the s_mutex of a lower rank is taken before that of a higher one",
        first.rank().is(c.ids().importer()).and(second.rank().is(c.ids().exporter())));
  }
}
