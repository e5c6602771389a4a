package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code ceph_handle_caps()}: {@code ceph_inc_mds_stopping_blocker()} with {@code
 * inc_session_sequence()}, and what is done about an export. A REQUEST_CLOSE that crossed the
 * message is dropped by the MDS for its number, so a session that is CLOSING sends it again. What
 * other messages say is left out.
 */
final class HandleCaps {
  private HandleCaps() {}

  static Program of(CephModel c, Session s) {
    Effect count = c.countsPushes() ? increment(c.pushSequence().client(s.id())) : all();
    boolean isLocked = !c.variant().is(Mutant.SEQUENCE_WITHOUT_S_MUTEX);
    return program("inc_session_sequence")
        .only(isLocked, block().step("mutex_lock(&session->s_mutex)", acquire(s.mutex())))
        .step("s->s_seq++", count, assign(s.seq(), true))
        .only(
            c.countsPushes() && !c.variant().is(Mutant.H11_CLOSE_NOT_SENT_AGAIN), closeAgain(c, s))
        .only(isLocked, block().step("mutex_unlock(&session->s_mutex)", release(s.mutex())))
        .end();
  }

  /**
   * Any message about an inode. {@code stopping_lock} is part of the steps. Messages about leases,
   * snaps and quotas are handled alike.
   */
  static Program ofInode(CephModel c, Session s) {
    Ref blockers = c.mdsc().stoppingBlockers();
    boolean isMutant = c.variant().is(Mutant.NO_STOPPING_BLOCKER);
    Expr before = c.isUmountBefore(UmountStage.FLUSHING);
    return program("ceph_handle_caps")
        .call(of(c, s))
        .either(
            block()
                .await(
                    "mdsc->stopping >= CEPH_MDSC_STOPPING_FLUSHING: return",
                    isMutant ? value(false) : not(before))
                .ret(),
            block()
                .await(
                    "atomic_inc(&mdsc->stopping_blockers)",
                    isMutant ? value(true) : before,
                    increment(blockers)))
        .step(
            "inode = ceph_find_inode(sb, vino)",
            warn(
                "no-inode-after-flush",
                "a capability message takes a reference to an inode that the umount evicts",
                c.isUmountBefore(UmountStage.FLUSHED)))
        .step("iput(inode); atomic_dec_return(&mdsc->stopping_blockers)", decrement(blockers))
        .end();
  }

  /** CEPH_CAP_OP_EXPORT. */
  static Program export(CephModel c, Session s) {
    return program("ceph_handle_caps")
        .call(of(c, s))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(HandleCapExport.of(c, s))
        .end();
  }

  /**
   * CEPH_CAP_OP_IMPORT: the capability of this rank, and no longer that of the other one, under
   * {@code i_ceph_lock} and the {@code s_mutex} of this session alone.
   */
  static Program importing(CephModel c, Session s) {
    CapExports caps = c.capExports();
    Expr mds = s.rank();
    Expr peer = caps.other(mds);
    return program("ceph_handle_caps")
        .call(of(c, s))
        .step("mutex_lock(&session->s_mutex)", acquire(s.mutex()))
        .call(
            program("handle_cap_import")
                .step(
                    "ceph_add_cap(inode, session); ceph_remove_cap(ocap)",
                    caps.add(s, mds, caps.imported(mds)),
                    when(caps.has(peer, caps.exported(peer)), caps.remove(peer)))
                .end())
        .step("mutex_unlock(&session->s_mutex)", release(s.mutex()))
        .end();
  }

  /** Caller holds {@code s_mutex}. */
  static Block closeAgain(CephModel c, Session s) {
    boolean alsoAfterReset = c.variant().has(Hunk.CLOSE_AFTER_RESET);
    return block()
        .test(
            alsoAfterReset
                ? "s->s_state == CLOSING || RESTARTING"
                : "s->s_state == CEPH_MDS_SESSION_CLOSING",
            alsoAfterReset ? s.state().isOneOf(CLOSING, RESTARTING) : s.state().is(CLOSING),
            block()
                .either(
                    block().fault("create_session_msg() fails", c.budgets().failures),
                    block()
                        .step(
                            "ceph_con_send(REQUEST_CLOSE)",
                            CephConnection.send(c, s, ToMds.REQUEST_CLOSE))));
  }
}
