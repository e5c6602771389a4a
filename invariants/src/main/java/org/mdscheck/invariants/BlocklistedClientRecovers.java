package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.MountState;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A client that knows itself to be blocklisted can always recover.
 *
 * <p>Formally, on a mount with {@code recover_session=clean}: AG ({@code fsc->blocklisted} implies
 * EF by steps that can be relied on: {@code fsc->mount_state} is MOUNTED and {@code
 * fsc->blocklisted} is false), and AG ({@code fsc->mount_state} is RECOVER implies EF likewise: it
 * is MOUNTED). That the requests go on is said by {@code stuck-request}.
 *
 * <p>Why it matters: only {@code delayed_work()} recovers the client. What it leaves undone needs
 * an umount.
 *
 * <p>Rests on: {@code ceph_force_reconnect()} waits for nothing that a blocklisted client cannot
 * have. Broken by {@link Mutant#RECOVER_KEEPS_MOUNT_STATE}.
 *
 * <p>Reference: fs/ceph/super.c, {@code ceph_force_reconnect()}; fs/ceph/mds_client.c, {@code
 * maybe_recover_session()}.
 */
final class BlocklistedClientRecovers implements SessionProperty {
  @Override
  public String reference() {
    return "REC-1";
  }

  @Override
  public String meaning() {
    return "a client that knows itself to be blocklisted can always recover";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CLEAN_RECOVER);
  }

  @Override
  public Property on(CephModel c) {
    Expr blocklisted = c.fsc().blocklisted();
    Expr mounted = c.fsc().is(MountState.MOUNTED);
    return new Property.Recovery(
        name(),
        meaning(),
        List.of(
            clause("blocklisted no more", blocklisted, mounted.and(not(blocklisted))),
            clause("mounted again", c.fsc().is(MountState.RECOVER), mounted)));
  }
}
